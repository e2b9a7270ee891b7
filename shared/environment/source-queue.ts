import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';

/** The queue that feeds a worker. */
export interface SourceQueue {
  /** Lets a message be received again at once, instead of after the visibility timeout. */
  retryNow(receiptHandle: string): Promise<void>;
}

export function sqsSourceQueue(url: string): SourceQueue {
  const client = new SQSClient({});
  return {
    async retryNow(ReceiptHandle) {
      await client.send(
        new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle, VisibilityTimeout: 0 }),
      );
    },
  };
}
