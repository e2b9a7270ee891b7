import { pageMessage } from '../../shared/pipeline/message.ts';
import { runMessage } from '../../functions/attach-worker/run-message.ts';
import { Crash, injectFaults } from './faults.ts';
import type { TestEnvironment } from './test-environment.ts';

/** What leaves something behind. To die after anything else is to die after the last of these. */
const WRITES = ['TransactWriteItemsCommand', 'BatchExecuteStatementCommand'];

/**
 * An environment in which a function can die once: right after so many of its effects, of what it writes, sends and
 * publishes. To die before one of them is to die after the one before; before the first it has done nothing.
 */
export interface Mortal {
  readonly env: TestEnvironment;
  /** Delivers what is in the queue. The message at which the worker dies comes again, after the others. Answers if it died. */
  drain(fatal: number): Promise<boolean>;
}

export function mortal(immortal: TestEnvironment): Mortal {
  let left = Infinity;
  const step = (): void => {
    left -= 1;
    if (left === 0) throw new Crash('the function dies here');
  };
  const { attachQueue, events } = immortal;
  const env: TestEnvironment = {
    ...immortal,
    attachQueue: {
      ...attachQueue,
      async send(messages) {
        await attachQueue.send(messages);
        step();
      },
    },
    events: {
      ...events,
      async publish(entries) {
        await events.publish(entries);
        step();
      },
    },
  };
  return {
    env,
    async drain(fatal) {
      left = fatal;
      const faults = injectFaults(env.table, (command) =>
        WRITES.includes(command) ? { after: step } : undefined,
      );
      for (let body = next(env); body !== undefined; body = next(env)) {
        try {
          await runMessage(env, pageMessage.parse(JSON.parse(body)), env.clock.now() + 20_000);
        } catch (error) {
          if (!(error instanceof Crash)) throw error;
          faults.stop();
          attachQueue.messages.push({ group: '', body });
        }
      }
      faults.stop();
      const died = left <= 0;
      left = Infinity;
      return died;
    },
  };
}

function next({ attachQueue }: TestEnvironment): string | undefined {
  return attachQueue.messages.shift()?.body;
}
