import type { Message, MessageAttributeValue } from '@aws-sdk/client-sqs';
import type { QueueName } from '../operator/resources.ts';
import { type Meaning, meaningOf } from './meaning.ts';

/** A message that its worker gave up, or that EventBridge could not deliver. */
export interface DeadLetter {
  readonly queue: QueueName;
  readonly id: string;
  readonly body: string;
  readonly meaning: Meaning;
  /** Epoch milliseconds; undefined where the queue does not say. */
  readonly sentAt: number | undefined;
  /** How often it was received, by the worker and by those who looked at it. */
  readonly receives: number;
  /** Its message group: the root, for pages. */
  readonly group: string | undefined;
  readonly attributes: Readonly<Record<string, MessageAttributeValue>>;
}

/** One that was just received, and is out of sight for others. */
export interface ReceivedLetter extends DeadLetter {
  readonly receiptHandle: string | undefined;
}

export function deadLetterOf(queue: QueueName, message: Message): ReceivedLetter {
  const { MessageId = '', Body = '', ReceiptHandle, Attributes = {}, MessageAttributes = {} } = message;
  const { SentTimestamp, ApproximateReceiveCount, MessageGroupId } = Attributes;
  return {
    queue,
    id: MessageId,
    body: Body,
    meaning: meaningOf(queue, Body),
    sentAt: SentTimestamp === undefined ? undefined : Number(SentTimestamp),
    receives: Number(ApproximateReceiveCount ?? 1),
    group: MessageGroupId,
    attributes: MessageAttributes,
    receiptHandle: ReceiptHandle,
  };
}

/** What EventBridge notes on an event that it could not deliver. */
const DELIVERY = /^(RULE_ARN|TARGET_ARN|ERROR_CODE|ERROR_MESSAGE|RETRY_ATTEMPTS|EXHAUSTED_RETRY_CONDITION)$/;

/** Why EventBridge could not deliver it; undefined for what a worker gave up. */
export function undeliveredBecause({ attributes }: Pick<DeadLetter, 'attributes'>): string | undefined {
  const [code, message] = ['ERROR_CODE', 'ERROR_MESSAGE'].map((name) => attributes[name]?.StringValue);
  const parts = [code, message].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(': ');
}

/** The attributes that a message takes with it when it is sent anew. */
export function withoutDelivery(
  attributes: DeadLetter['attributes'],
): Record<string, MessageAttributeValue> | undefined {
  const kept = Object.entries(attributes).filter(([name]) => !DELIVERY.test(name));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
