import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { $ZodError } from 'zod/v4/core';
import en from 'zod/v4/locales/en.js';
import type { Environment } from '../environment/environment.ts';

// Reasons in words: without a locale zod/mini says no more than that the input is invalid.
z.config(en());

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
        ...reasonOf(error),
      });
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
}

/** What is wrong with the message, or what went wrong with it. */
function reasonOf(error: unknown): Record<string, unknown> {
  if (error instanceof $ZodError) return { reason: z.prettifyError(error) };
  return { error: error instanceof Error ? error : String(error) };
}
