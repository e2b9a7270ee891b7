import { ulid } from 'ulid';
import type { Environment, Log, Table } from '../../../shared/environment/environment.ts';
import type { EventBus, EventEntry } from '../../../shared/environment/event-bus.ts';
import type { SourceQueue } from '../../../shared/environment/source-queue.ts';
import type { Gate } from '../schedule/gate.ts';
import type { Task } from '../schedule/task.ts';
import type { SimulatedClock } from './clock.ts';
import { gatedTable } from './gated-table.ts';
import type { SimulatedQueue } from './queue.ts';

/** What the functions of one history have in common. */
export interface Surroundings {
  readonly clock: SimulatedClock;
  readonly gate: Gate;
  readonly attachQueue: SimulatedQueue;
  /** Told of what is published on the bus. */
  readonly onPublished: (entry: EventEntry) => void;
  /** Told of what functions log as errors. */
  readonly log: Log;
}

/** All that a function reaches besides the table and the queues that every function has. */
export interface FunctionEnvironment extends Environment {
  readonly sourceQueue: SourceQueue;
  readonly events: EventBus;
}

/** What SQS and EventBridge take at once. */
const BATCH = 10;

/** The environment of a function: all that it does to the world goes through the gate, as part of its task. */
export function environmentOf(
  base: Table,
  surroundingsOf: () => Surroundings,
  taskOf: () => Task,
  source?: SimulatedQueue,
): FunctionEnvironment {
  const sleep = async (milliseconds: number): Promise<void> => {
    const { gate, clock } = surroundingsOf();
    const until = clock.now() + Math.ceil(milliseconds);
    const perform = async (): Promise<void> => {
      clock.reach(until);
      return Promise.resolve();
    };
    return gate.call(taskOf(), { what: `sleep ${Math.round(milliseconds)}`, faults: [], perform });
  };
  return {
    clock: { now: () => surroundingsOf().clock.now(), sleep },
    log: logOf(surroundingsOf),
    table: gatedTable(base, () => surroundingsOf().gate, taskOf, sleep),
    attachQueue: {
      async send(messages) {
        for (let start = 0; start < messages.length; start += BATCH)
          await sendBatch(surroundingsOf(), taskOf(), messages.slice(start, start + BATCH));
      },
    },
    newId: () => ulid(surroundingsOf().clock.now(), () => taskOf().random.next()),
    random: () => taskOf().random.next(),
    sourceQueue: {
      async retryNow(receiptHandle) {
        const perform = async (): Promise<void> => {
          source?.show(receiptHandle);
          return Promise.resolve();
        };
        const what = `retry now ${receiptHandle}`;
        await surroundingsOf().gate.call(taskOf(), { what, faults: ['THROTTLE', 'LOST_REPLY'], perform });
      },
    },
    events: {
      async publish(entries) {
        const { gate, onPublished } = surroundingsOf();
        const types = entries.map(({ detailType }) => detailType);
        const perform = async (): Promise<void> => {
          for (const entry of entries) onPublished(entry);
          return Promise.resolve();
        };
        await gate.call(taskOf(), {
          what: `publish ${types.join(' ')}`,
          faults: ['THROTTLE', 'LOST_REPLY', 'RESENT'],
          perform,
        });
      },
    },
  };
}

async function sendBatch(
  { gate, attachQueue }: Surroundings,
  task: Task,
  messages: readonly { readonly body: string }[],
): Promise<void> {
  const named = messages.map(({ body }) => ({ name: task.nextMade(), body }));
  const send = (some: typeof named): void => {
    for (const { name, body } of some) attachQueue.send(name, body);
  };
  await gate.call(task, {
    what: `send ${named.map(({ name }) => name).join(' ')}`,
    faults: ['THROTTLE', 'LOST_REPLY', 'RESENT', 'PARTIAL'],
    perform: async () => {
      send(named);
      return Promise.resolve();
    },
    instead: {
      PARTIAL: async () => {
        send(named.slice(1));
        return Promise.reject(new Error('the queue refused a message: InternalError'));
      },
    },
  });
}

function logOf(surroundingsOf: () => Surroundings): Log {
  const log: Log = {
    info: (message, details) => surroundingsOf().log.info(message, details),
    warn: (message, details) => surroundingsOf().log.warn(message, details),
    error: (message, details) => surroundingsOf().log.error(message, details),
    count: (metric, value) => surroundingsOf().log.count(metric, value),
    measure: (metric, value, unit) => surroundingsOf().log.measure(metric, value, unit),
    about: () => log,
  };
  return log;
}
