import { SQSClient } from '@aws-sdk/client-sqs';
import { clientSettings } from '../../local/engines/aws-clients.ts';
import type { StackFile } from '../../local/lifecycle/stack-file.ts';
import { sqsAttachQueue } from '../../shared/environment/attach-queue.ts';
import { awsTable } from '../../shared/environment/aws-table.ts';
import type { AttachQueue, Environment } from '../../shared/environment/environment.ts';
import { QUEUES } from '../../shared/names.ts';
import { forAPerson } from '../environment/for-a-person.ts';

/** The environment of an import into the stack on this machine. */
export function stackEnvironment(stack: StackFile, print: (line: string) => void): Environment {
  const table = awsTable(stack.tableName, clientSettings(stack.endpoints.dynamodb));
  return { ...forAPerson(print), table, attachQueue: queueOf(stack) };
}

/**
 * The environment of an import into a table on AWS. It has no queue: whatever an import adds to operations that run is
 * open in the table, and the janitor sends it within two visibility timeouts.
 */
export function awsEnvironment(
  { name, region }: { readonly name: string; readonly region?: string | undefined },
  print: (line: string) => void,
): Environment {
  const table = awsTable(name, region === undefined ? {} : { region });
  return { ...forAPerson(print), table, attachQueue: { send: async () => Promise.resolve() } };
}

function queueOf({ endpoints, queues }: StackFile): AttachQueue {
  const url = queues[QUEUES.attachWorker]?.url ?? '';
  return sqsAttachQueue(url, new SQSClient(clientSettings(endpoints.sqs)));
}
