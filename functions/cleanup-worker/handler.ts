import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { envelope, parseTreeEvent } from '../../shared/domain/tree-event.ts';
import { awsEnvironment } from '../../shared/environment/aws.ts';
import { sqsSourceQueue } from '../../shared/environment/source-queue.ts';
import { required } from '../../shared/environment/variables.ts';
import { VARIABLES } from '../../shared/names.ts';
import { handleBatch } from '../../shared/pipeline/batch.ts';
import { applyEvent } from '../../shared/tree/apply-event.ts';

const env = {
  ...awsEnvironment('cleanup-worker'),
  sourceQueue: sqsSourceQueue(required(VARIABLES.sourceQueueUrl)),
};

/** Milliseconds before the end of the function's time at which no new event is begun. */
const RESERVE = 8_000;

/** Brings the tree forward by the events that the rules of the bus put into the queue. */
export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  return handleBatch(env, event, {
    parse(body) {
      const parsed = envelope.parse(body);
      parseTreeEvent(parsed);
      return parsed;
    },
    run: async (message) => applyEvent(env, message),
    deadline: env.clock.now() + context.getRemainingTimeInMillis() - RESERVE,
  });
}
