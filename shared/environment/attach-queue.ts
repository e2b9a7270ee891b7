import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { AttachQueue } from './environment.ts';

/** The queue at this URL; region, endpoint and credentials come from the SDK's own settings, unless a client is given. */
export function sqsAttachQueue(url: string, client = new SQSClient({})): AttachQueue {
  return {
    // A standard queue is fair between the groups that its messages name: there is nothing to set on the queue.
    async send(messages) {
      for (let start = 0; start < messages.length; start += 10) {
        const Entries = messages.slice(start, start + 10).map(({ group, body }, index) => ({
          Id: String(index),
          MessageBody: body,
          MessageGroupId: group,
        }));
        const { Failed } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
        const [refused] = Failed ?? [];
        if (refused) throw new Error(`the queue refused a message: ${refused.Code ?? 'no code'}`);
      }
    },
  };
}
