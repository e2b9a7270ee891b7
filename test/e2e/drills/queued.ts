import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { StackClient } from '../support/client.ts';

/** Messages of a queue. */
export interface Queued {
  readonly name: string;
  /** Those that somebody works on too. */
  readonly waiting: number;
  readonly dead: number;
}

export async function queuedIn({ file, sqs }: StackClient): Promise<readonly Queued[]> {
  const count = async (QueueUrl: string): Promise<number> => {
    const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
    const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] });
    const { Attributes = {} } = await sqs.send(command);
    return AttributeNames.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
  };
  return Promise.all(
    Object.entries(file.queues).map(async ([name, { url, deadLetterUrl }]) => ({
      name,
      waiting: await count(url),
      dead: await count(deadLetterUrl),
    })),
  );
}
