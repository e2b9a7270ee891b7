import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
} from '@aws-sdk/client-sqs';
import { Refusal } from '../../../local/refusal.ts';
import type { OperatorContext } from '../commands/context.ts';
import { plain } from '../output/plain.ts';
import type { QueueName } from '../operator/resources.ts';
import { type DeadLetter, deadLetterOf, type ReceivedLetter, withoutDelivery } from './dead-letter.ts';

/** What SQS takes in one call. Attributes of messages need room, too. */
const BATCH = 10;
const MAXIMUM_BYTES = 240 * 1024;

/** Seconds for which a message that was received is out of sight, should this process die before it puts it back. */
const HOLD = 60;

/** Seconds that a receive waits: then every server of the queue is asked, and an empty answer means that there is none. */
const WAIT = 1;

/** How many messages a queue holds, as SQS counts them: about, and up to a minute late. */
export interface Count {
  readonly waiting: number;
  /** Received by somebody, and not visible until it is over. */
  readonly inFlight: number;
}

/**
 * The dead-letter queue of a worker's queue. SQS shows messages only to who receives them, which puts them out of sight and
 * counts them as received once more: this one puts back at once, when it is disposed of, what it did not remove.
 */
export class DeadLetterQueue implements AsyncDisposable {
  readonly name: QueueName;
  private readonly context: OperatorContext;
  private readonly held = new Map<string, ReceivedLetter>();

  constructor(name: QueueName, context: OperatorContext) {
    this.name = name;
    this.context = context;
  }

  async count(): Promise<Count> {
    const waiting = 'ApproximateNumberOfMessages';
    const inFlight = 'ApproximateNumberOfMessagesNotVisible';
    const { sqs, surroundings } = this.context;
    const { Attributes = {} } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: this.url, AttributeNames: [waiting, inFlight] }),
      { abortSignal: surroundings.signal },
    );
    return { waiting: Number(Attributes[waiting] ?? 0), inFlight: Number(Attributes[inFlight] ?? 0) };
  }

  /** Receives messages that were not received here before, a few at a time, until there are no more. */
  async *receive(): AsyncGenerator<readonly DeadLetter[]> {
    const { sqs, surroundings } = this.context;
    const command = new ReceiveMessageCommand({
      QueueUrl: this.url,
      MaxNumberOfMessages: BATCH,
      VisibilityTimeout: HOLD,
      WaitTimeSeconds: WAIT,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    });
    const seen = new Set<string>();
    for (;;) {
      const { Messages = [] } = await sqs.send(command, { abortSignal: surroundings.signal });
      const letters = Messages.map((message) => deadLetterOf(this.name, message));
      for (const letter of letters) this.held.set(letter.id, letter);
      const fresh = letters.filter(({ id }) => !seen.has(id));
      // What comes again was held for too long: the end of the queue was passed.
      if (fresh.length === 0) return;
      for (const { id } of fresh) seen.add(id);
      yield fresh;
    }
  }

  /** Sends these to the queue that the worker reads, with their groups. Answers the ids that they have there. */
  async sendBack(letters: readonly DeadLetter[]): Promise<readonly string[]> {
    const { sqs, surroundings, resources } = this.context;
    const ids: string[] = [];
    for (const batch of sendable(letters)) {
      const Entries = batch.map(({ body, group, attributes }, index) => ({
        Id: String(index),
        MessageBody: body,
        MessageGroupId: group,
        MessageAttributes: withoutDelivery(attributes),
      }));
      const { Failed = [], Successful = [] } = await sqs.send(
        new SendMessageBatchCommand({ QueueUrl: resources.queues[this.name].url, Entries }),
        { abortSignal: surroundings.signal },
      );
      refuseIfAny(Failed, `was sent to ${this.name}`);
      ids.push(...Successful.flatMap(({ MessageId }) => MessageId ?? []));
    }
    return ids;
  }

  /** Removes these for good. */
  async remove(letters: readonly DeadLetter[]): Promise<void> {
    const { sqs, surroundings } = this.context;
    for (const batch of batchesOf(letters)) {
      const { Failed = [] } = await sqs.send(
        new DeleteMessageBatchCommand({ QueueUrl: this.url, Entries: this.receiptsOf(batch) }),
        { abortSignal: surroundings.signal },
      );
      refuseIfAny(Failed, `was removed from ${this.name}-dead-letter`);
      for (const { id } of batch) this.held.delete(id);
    }
  }

  /** Puts back what is still held. Where that fails the messages come back by themselves, a minute after they were received. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const batch of batchesOf([...this.held.values()])) {
      const Entries = this.receiptsOf(batch).map((entry) => ({ ...entry, VisibilityTimeout: 0 }));
      const command = new ChangeMessageVisibilityBatchCommand({ QueueUrl: this.url, Entries });
      await this.context.sqs.send(command).catch(() => undefined);
    }
  }

  private get url(): string {
    return this.context.resources.queues[this.name].deadLetterUrl;
  }

  private receiptsOf(letters: readonly DeadLetter[]): { Id: string; ReceiptHandle: string | undefined }[] {
    return letters.map(({ id }, index) => ({
      Id: String(index),
      ReceiptHandle: this.held.get(id)?.receiptHandle,
    }));
  }
}

/** As many at once as one call takes, by number and by size. */
function sendable(letters: readonly DeadLetter[]): readonly (readonly DeadLetter[])[] {
  const batches: DeadLetter[][] = [];
  let bytes = 0;
  for (const letter of letters) {
    const last = batches.at(-1);
    const size = Buffer.byteLength(letter.body);
    bytes += size;
    if (last && last.length < BATCH && bytes <= MAXIMUM_BYTES) last.push(letter);
    else {
      batches.push([letter]);
      bytes = size;
    }
  }
  return batches;
}

function batchesOf<Element>(elements: readonly Element[]): readonly (readonly Element[])[] {
  const count = Math.ceil(elements.length / BATCH);
  return Array.from({ length: count }, (_, index) => elements.slice(index * BATCH, (index + 1) * BATCH));
}

function refuseIfAny(
  failed: readonly { readonly Code?: string | undefined; readonly Message?: string | undefined }[],
  what: string,
): void {
  const [first] = failed;
  if (!first) return;
  const reason = [first.Code, first.Message].filter((part) => part !== undefined).join(': ');
  throw new Refusal(`Not every message ${what}: ${plain(reason)}. Run the command again for the others.`);
}
