import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { envelope } from '../../shared/domain/tree-event.ts';
import { awsEnvironment } from '../../shared/environment/aws.ts';
import { handleBatch } from '../../shared/pipeline/batch.ts';
import { applyEvent } from '../../shared/tree/apply-event.ts';

const env = awsEnvironment('cleanup-worker');

/** Brings the tree forward by the events that the rules of the bus put into the queue. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  return handleBatch(env, event, async ({ body }) => {
    await applyEvent(env, envelope.parse(JSON.parse(body)));
  });
}
