import type { SQSRecord } from 'aws-lambda';
import { attachWorker } from '../../../functions/attach-worker/worker.ts';
import { cleanupWorker } from '../../../functions/cleanup-worker/worker.ts';
import { sqsRecord } from '../../support/sqs-record.ts';
import type { Decision } from '../schedule/decision.ts';
import type { Message, SimulatedQueue } from './queue.ts';
import type { World } from './world.ts';

/** Milliseconds that a worker is given, as the stack sets it. */
const TIMEOUT = 20_000;

/** Hands messages to a worker, or sets them aside. Answers false where none of them can be received. */
export function deliver(
  world: World,
  { queue: queueName, messages }: Extract<Decision, { do: 'DELIVER' }>,
): boolean {
  const queue = world.queueOf(queueName);
  const received = messages.flatMap((name) => queue.receive(name, world.clock.now()) ?? []);
  for (const { result, message } of received) {
    if (result !== 'DEAD') continue;
    world.note(`- ${message.name} is set aside`);
    world.observe({ kind: 'DEAD_LETTER', at: world.step, queue: queueName, body: message.body });
  }
  const batch = received.filter(({ result }) => result === 'RECEIVED').map(({ message }) => message);
  const [first] = batch;
  if (first) runWorker(world, queue, batch, `${batch.map(({ name }) => name).join('+')}#${first.receives}`);
  return received.length > 0;
}

function runWorker(world: World, queue: SimulatedQueue, batch: readonly Message[], name: string): void {
  world.note(`- deliver ${name}`);
  const Records = batch.map((message) => recordOf(message, queue.name));
  const task = world.start(
    name,
    'WORKER',
    async (env, { startedAt }) => {
      const worker = queue === world.attachQueue ? attachWorker(env) : cleanupWorker(env);
      const getRemainingTimeInMillis = (): number => TIMEOUT - (world.clock.now() - startedAt);
      const { batchItemFailures } = await worker({ Records }, { getRemainingTimeInMillis });
      const failed = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
      const done = batch.filter((message) => !failed.includes(message.name)).map((message) => message.name);
      await world.gate.call(task, {
        what: `done ${done.join(' ')}${failed.length > 0 ? `, failed ${failed.join(' ')}` : ''}`,
        faults: ['LOST_REPLY'],
        perform: async () => {
          for (const each of done) queue.remove(each);
          return Promise.resolve();
        },
      });
    },
    queue,
  );
  task.onPause = (): void => {
    for (const message of batch) queue.show(message.name);
  };
}

function recordOf({ name, body, receives }: Message, queue: string): SQSRecord {
  return { ...sqsRecord(name, body, receives), receiptHandle: name, eventSourceARN: queue };
}
