import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { awsEnvironment } from '../../shared/environment/aws.ts';
import { handleBatch } from '../../shared/pipeline/batch.ts';
import { pageMessage } from '../../shared/pipeline/message.ts';
import { runMessage } from './run-message.ts';

const env = awsEnvironment('attach-worker');

/** Milliseconds before the end of the function's time at which no new round of work begins. */
const RESERVE = 4_000;

/** Does the pages that the messages name. */
export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  const deadline = env.clock.now() + context.getRemainingTimeInMillis() - RESERVE;
  return handleBatch(env, event, async ({ body }) => {
    await runMessage(env, pageMessage.parse(JSON.parse(body)), deadline);
  });
}
