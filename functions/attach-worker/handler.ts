import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { awsEnvironment } from '../../shared/environment/aws.ts';
import { eventBridgeBus } from '../../shared/environment/event-bus.ts';
import { sqsSourceQueue } from '../../shared/environment/source-queue.ts';
import { required } from '../../shared/environment/variables.ts';
import { VARIABLES } from '../../shared/names.ts';
import { handleBatch } from '../../shared/pipeline/batch.ts';
import { pageMessage } from '../../shared/pipeline/message.ts';
import { runMessage } from './run-message.ts';

const env = {
  ...awsEnvironment('attach-worker'),
  sourceQueue: sqsSourceQueue(required(VARIABLES.sourceQueueUrl)),
  events: eventBridgeBus(required(VARIABLES.eventBusName)),
};

/** Milliseconds before the end of the function's time at which no new round of work begins. */
const RESERVE = 4_000;

/** Does the pages that the messages name. */
export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  const deadline = env.clock.now() + context.getRemainingTimeInMillis() - RESERVE;
  return handleBatch(env, event, {
    parse: (body) => pageMessage.parse(body),
    run: async (message) => runMessage(env, message, deadline),
    deadline,
  });
}
