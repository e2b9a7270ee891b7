import { awsTableEnvironment } from '../../shared/environment/aws-table.ts';
import { sqsSourceQueue } from '../../shared/environment/source-queue.ts';
import { required } from '../../shared/environment/variables.ts';
import { VARIABLES } from '../../shared/names.ts';
import { statusWorker } from './worker.ts';

/** Records the ends of scans that the rule of the bus put into the queue. */
export const handler = statusWorker({
  ...awsTableEnvironment('status-worker'),
  sourceQueue: sqsSourceQueue(required(VARIABLES.sourceQueueUrl)),
});
