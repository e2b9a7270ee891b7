import { awsTableEnvironment } from '../../shared/environment/aws-table.ts';
import { flushing } from '../../shared/environment/log/flushing.ts';
import { sqsSourceQueue } from '../../shared/environment/source-queue.ts';
import { required } from '../../shared/environment/variables.ts';
import { VARIABLES } from '../../shared/names.ts';
import { statusWorker } from './worker.ts';

const env = awsTableEnvironment('status-worker');

/** Records the ends of scans that the rule of the bus put into the queue. */
export const handler = flushing(
  env.log,
  statusWorker({
    ...env,
    sourceQueue: sqsSourceQueue(required(VARIABLES.sourceQueueUrl)),
  }),
);
