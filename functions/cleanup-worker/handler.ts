import { awsEnvironment } from '../../shared/environment/aws.ts';
import { flushing } from '../../shared/environment/log/flushing.ts';
import { sqsSourceQueue } from '../../shared/environment/source-queue.ts';
import { required } from '../../shared/environment/variables.ts';
import { VARIABLES } from '../../shared/names.ts';
import { cleanupWorker } from './worker.ts';

const env = awsEnvironment('cleanup-worker');

/** Brings the tree forward by the events that the rules of the bus put into the queue. */
export const handler = flushing(
  env.log,
  cleanupWorker({
    ...env,
    sourceQueue: sqsSourceQueue(required(VARIABLES.sourceQueueUrl)),
  }),
);
