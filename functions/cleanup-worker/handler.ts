import { awsEnvironment } from '../../shared/environment/aws.ts';
import { sqsSourceQueue } from '../../shared/environment/source-queue.ts';
import { required } from '../../shared/environment/variables.ts';
import { VARIABLES } from '../../shared/names.ts';
import { cleanupWorker } from './worker.ts';

/** Brings the tree forward by the events that the rules of the bus put into the queue. */
export const handler = cleanupWorker({
  ...awsEnvironment('cleanup-worker'),
  sourceQueue: sqsSourceQueue(required(VARIABLES.sourceQueueUrl)),
});
