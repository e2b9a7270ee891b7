import { awsEnvironment } from '../../shared/environment/aws.ts';
import { eventBridgeBus } from '../../shared/environment/event-bus.ts';
import { flushing } from '../../shared/environment/log/flushing.ts';
import { sqsSourceQueue } from '../../shared/environment/source-queue.ts';
import { required } from '../../shared/environment/variables.ts';
import { VARIABLES } from '../../shared/names.ts';
import { attachWorker } from './worker.ts';

const env = awsEnvironment('attach-worker');

/** Does the pages that the messages of the attach queue name. */
export const handler = flushing(
  env.log,
  attachWorker({
    ...env,
    sourceQueue: sqsSourceQueue(required(VARIABLES.sourceQueueUrl)),
    events: eventBridgeBus(required(VARIABLES.eventBusName)),
  }),
);
