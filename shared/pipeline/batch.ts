import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Environment } from '../environment/environment.ts';

/**
 * Works through a batch of messages. A message whose work throws is reported, and only that one is received again, until
 * it lies in the dead-letter queue with the reason in the log; its neighbours are consumed.
 */
export async function handleBatch(
  { log }: Pick<Environment, 'log'>,
  { Records }: SQSEvent,
  work: (record: SQSRecord) => Promise<void>,
): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of Records) {
    try {
      await work(record);
    } catch (error) {
      log.error('message failed', {
        messageId: record.messageId,
        receiveCount: record.attributes.ApproximateReceiveCount,
        error: error instanceof Error ? error : String(error),
      });
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
}
