import type { Fault } from './decision.ts';
import type { Task, WaitingCall } from './task.ts';

/** What a function asks of its surroundings: a command to the table, a message to a queue, a pause. */
export interface Asked<Answer> {
  /** For the trace: the command and its keys. */
  readonly what: string;
  /** The command itself, for who looks at what was written. */
  readonly subject?: unknown;
  /** What can go wrong with it, beside the death of who asks. */
  readonly faults: readonly Fault[];
  /** Has the effect. Can be done again. */
  perform(): Promise<Answer>;
  /** Answers or throws, with less of the effect or none of it. */
  readonly instead?: Partial<Record<Fault, () => Promise<Answer>>>;
}

const ALWAYS: readonly Fault[] = ['CRASH', 'CRASH_AFTER', 'PAUSE'];

/** An error as the SDK throws it. */
class ServiceError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** Where every call waits until the scheduler lets it through. */
export class Gate {
  /** Of functions that died, or gave up waiting: they may still have their effect, and nobody hears of it. */
  readonly late: WaitingCall[] = [];

  /** Resolves, or rejects, once the scheduler has let the call through; never if its task dies before that. */
  async call<Answer>(task: Task, asked: Asked<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (task.state === 'DEAD') return;
      const name = task.nextCall();
      const release = async (fault: Fault | undefined): Promise<string> => {
        try {
          const answer = await effect(asked, fault, () => {
            this.late.push({ ...waiting, faults: [], release: async () => without(asked) });
          });
          if (fault === 'CRASH_AFTER') return 'done';
          resolve(answer);
          return 'done';
        } catch (error) {
          const text = error instanceof Error ? error.name : String(error);
          if (fault !== 'CRASH_AFTER') reject(error instanceof Error ? error : new Error(text));
          return text;
        }
      };
      const { what, subject } = asked;
      const waiting: WaitingCall = {
        task,
        name,
        what,
        subject,
        faults: [...ALWAYS, ...asked.faults],
        release,
      };
      task.waiting.push(waiting);
    });
  }

  /** The task gets no answer any more. What it had sent may still arrive, where `arrives` says so. */
  kill(task: Task, arrives: boolean): void {
    task.state = 'DEAD';
    const left = task.waiting.splice(0);
    if (!arrives) return;
    for (const call of left) {
      if (call.faults.includes('LATE')) this.late.push({ ...call, faults: [] });
    }
  }
}

async function effect<Answer>(
  asked: Asked<Answer>,
  fault: Fault | undefined,
  late: () => void,
): Promise<Answer> {
  const other = fault === undefined ? undefined : asked.instead?.[fault];
  if (other) return other();
  if (fault === 'THROTTLE') throw new ServiceError('ThrottlingException', 'there is no capacity for this');
  if (fault === 'LATE') late();
  if (fault === 'LOST_REPLY' || fault === 'RESENT') await without(asked);
  if (fault === 'LATE' || fault === 'LOST_REPLY')
    throw new ServiceError('TimeoutError', 'there was no reply in time');
  return asked.perform();
}

/** The effect, whatever comes of it. */
async function without(asked: Asked<unknown>): Promise<string> {
  try {
    await asked.perform();
    return 'done';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}
