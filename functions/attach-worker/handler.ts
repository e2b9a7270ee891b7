import { awsEnvironment } from '../../shared/environment/aws.ts';
import { eventBridgeBus } from '../../shared/environment/event-bus.ts';
import { sqsSourceQueue } from '../../shared/environment/source-queue.ts';
import { required } from '../../shared/environment/variables.ts';
import { VARIABLES } from '../../shared/names.ts';
import { attachWorker } from './worker.ts';

/** Does the pages that the messages of the attach queue name. */
export const handler = attachWorker({
  ...awsEnvironment('attach-worker'),
  sourceQueue: sqsSourceQueue(required(VARIABLES.sourceQueueUrl)),
  events: eventBridgeBus(required(VARIABLES.eventBusName)),
});
