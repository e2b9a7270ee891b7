import { VARIABLES } from '../names.ts';
import { sqsAttachQueue } from './attach-queue.ts';
import { awsTableEnvironment } from './aws-table.ts';
import type { Environment } from './environment.ts';
import type { FunctionLog } from './log/powertools-log.ts';
import { required } from './variables.ts';

/** The environment of a deployed function, from its variables. Throws where one of them is missing. */
export function awsEnvironment(functionName: string): Environment & { readonly log: FunctionLog } {
  return {
    ...awsTableEnvironment(functionName),
    attachQueue: sqsAttachQueue(required(VARIABLES.attachQueueUrl)),
  };
}
