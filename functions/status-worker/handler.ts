import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { parseScanFinished } from '../../shared/domain/scan-status/scan-event.ts';
import { awsTableEnvironment } from '../../shared/environment/aws-table.ts';
import { sqsSourceQueue } from '../../shared/environment/source-queue.ts';
import { required } from '../../shared/environment/variables.ts';
import { VARIABLES } from '../../shared/names.ts';
import { handleBatch } from '../../shared/pipeline/batch.ts';
import { recordEvent } from './record-event.ts';

const env = {
  ...awsTableEnvironment('status-worker'),
  sourceQueue: sqsSourceQueue(required(VARIABLES.sourceQueueUrl)),
};

/** Milliseconds before the end of the function's time at which no new event is begun. */
const RESERVE = 8_000;

/** Records the ends of scans that the rule of the bus put into the queue. */
export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  return handleBatch(env, event, {
    parse: parseScanFinished,
    run: async (finished) => recordEvent(env, finished),
    deadline: env.clock.now() + context.getRemainingTimeInMillis() - RESERVE,
  });
}
