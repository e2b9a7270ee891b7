import { ulid } from 'ulid';
import type { Environment, Table } from '../../../../shared/environment/environment.ts';
import type { EventBus } from '../../../../shared/environment/event-bus.ts';
import type { Gate } from '../../schedule/gate.ts';
import type { Task } from '../../schedule/task.ts';
import { HistoryLog } from '../../world/history-log.ts';

/** Noon of a day, as good as any. */
export const NOON = Date.parse('2026-11-22T12:00:00Z');

/** What the functions of one schedule have in common. */
export interface Surroundings {
  readonly gate: Gate;
  readonly log: HistoryLog;
  /** Epoch milliseconds. No step takes any time: which comes first is the schedule's to say. */
  now: number;
  /** Nobody waits at the gate any more. */
  isOpen: boolean;
  /** Bodies of messages that were sent, with the name of the task that did. */
  readonly sent: { readonly by: string; readonly body: string }[];
}

export function surroundings(gate: Gate): Surroundings {
  return { gate, log: new HistoryLog(), now: NOON, isOpen: false, sent: [] };
}

/** The environment of a task: its calls to the table and to the queue wait at the gate, one by one. */
export function environmentOf(
  base: Table,
  around: Surroundings,
  task: Task,
): Environment & { readonly events: EventBus } {
  const through = async <T>(what: string, perform: () => Promise<T>): Promise<T> =>
    around.isOpen ? perform() : around.gate.call(task, { what, faults: [], perform });
  const { client } = base;
  const gated = new Proxy(client, {
    get: (target, property): unknown =>
      property === 'send'
        ? async (command: Parameters<typeof client.send>[0]) =>
            through(command.constructor.name, async () => client.send(command))
        : Reflect.get(target, property, target),
  });
  return {
    clock: { now: () => around.now, sleep: async () => Promise.resolve() },
    log: around.log,
    table: { ...base, client: gated },
    attachQueue: {
      async send(messages) {
        const perform = async (): Promise<void> => {
          for (const { body } of messages) around.sent.push({ by: task.name, body });
          return Promise.resolve();
        };
        await through('send', perform);
      },
    },
    // Nobody of the scene hears of it.
    events: { publish: async () => Promise.resolve() },
    newId: () => ulid(around.now, () => task.random.next()),
    random: () => task.random.next(),
  };
}
