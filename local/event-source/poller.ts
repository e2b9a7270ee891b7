import {
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { setTimeout as wait } from 'node:timers/promises';
import { clientSettings } from '../engines/aws-clients.ts';
import { INSTANCES, type LocalFunction } from '../lambda/function.ts';
import type { MappingPlan } from '../template/resources/mapping.ts';
import { dealtWith } from './outcome.ts';
import { recordOf } from './record.ts';

interface PollerOptions {
  mapping: MappingPlan;
  queueUrl: string;
  fn: LocalFunction;
  sqsEndpoint: string;
  log: (line: string) => void;
}

/** Seconds that a receive waits for a message. */
const LONG_POLL = 20;
/** Milliseconds after a receive that failed. */
const PAUSE = 1_000;

/**
 * Feeds a function from a queue, as many batches at once as the mapping allows and the function has instances.
 * Messages of a batch that failed come back when their visibility timeout is over. Answers how to stop.
 */
export function startPoller(options: PollerOptions): () => Promise<void> {
  const { mapping, sqsEndpoint } = options;
  const client = new SQSClient(clientSettings(sqsEndpoint));
  const stopping = new AbortController();
  const hands = Math.min(mapping.maximumConcurrency ?? INSTANCES, INSTANCES);
  const loops = Array.from({ length: mapping.enabled ? hands : 0 }, () =>
    poll(options, client, stopping.signal),
  );
  return async () => {
    stopping.abort();
    await Promise.all(loops);
    client.destroy();
  };
}

async function poll(options: PollerOptions, client: SQSClient, signal: AbortSignal): Promise<void> {
  const { mapping, queueUrl, log } = options;
  const command = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: mapping.batchSize,
    WaitTimeSeconds: LONG_POLL,
    MessageSystemAttributeNames: ['All'],
    MessageAttributeNames: ['All'],
  });
  const stopped = (): boolean => signal.aborted;
  while (!stopped()) {
    try {
      const { Messages: messages = [] } = await client.send(command, { abortSignal: signal });
      if (messages.length > 0) await handle(messages, options, client);
    } catch (error) {
      if (stopped()) return;
      log(`${mapping.functionName}: ${String(error)}`);
      await wait(PAUSE);
    }
  }
}

async function handle(
  messages: Message[],
  { mapping, queueUrl, fn }: PollerOptions,
  client: SQSClient,
): Promise<void> {
  const event = { Records: messages.map((message) => recordOf(message, mapping.queueArn)) };
  const result = await fn.invoke(JSON.stringify(event));
  const ids = messages.map(({ MessageId }) => MessageId ?? '');
  const done = dealtWith(ids, result, mapping.reportsItemFailures);
  if (done.length === 0) return;
  const Entries = messages
    .filter(({ MessageId }) => done.includes(MessageId ?? ''))
    .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
}
