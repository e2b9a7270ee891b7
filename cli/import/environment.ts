import { setTimeout as sleep } from 'node:timers/promises';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { ulid } from 'ulid';
import { clientSettings } from '../../local/engines/aws-clients.ts';
import type { StackFile } from '../../local/lifecycle/stack-file.ts';
import { awsTable } from '../../shared/environment/aws-table.ts';
import type { AttachQueue, Environment, Log } from '../../shared/environment/environment.ts';
import { QUEUES } from '../../shared/names.ts';

/** The environment of an import into the stack on this machine. */
export function stackEnvironment(stack: StackFile, print: (line: string) => void): Environment {
  const table = awsTable(stack.tableName, clientSettings(stack.endpoints.dynamodb));
  return { ...commonTo(print), table, attachQueue: queueOf(stack) };
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
  return { ...commonTo(print), table, attachQueue: { send: async () => Promise.resolve() } };
}

function commonTo(print: (line: string) => void): Omit<Environment, 'table' | 'attachQueue'> {
  return {
    clock: { now: () => Date.now(), sleep: async (milliseconds) => sleep(milliseconds) },
    log: quietLog(print),
    newId: () => ulid(),
    random: () => Math.random(),
  };
}

/** A person wants to read what went wrong, and no more. */
function quietLog(print: (line: string) => void): Log {
  const say = (message: string, details: Record<string, unknown> = {}): void =>
    print(`${message} ${JSON.stringify(details)}`);
  const nothing = (): void => undefined;
  const about = (keys: Record<string, unknown>): Log =>
    quietLog((line) => print(`${line} ${JSON.stringify(keys)}`));
  return { info: nothing, warn: say, error: say, about, count: nothing, measure: nothing };
}

function queueOf({ endpoints, queues }: StackFile): AttachQueue {
  const client = new SQSClient(clientSettings(endpoints.sqs));
  const QueueUrl = queues[QUEUES.attachWorker]?.url;
  return {
    async send(messages) {
      for (const { group, body } of messages) {
        await client.send(new SendMessageCommand({ QueueUrl, MessageBody: body, MessageGroupId: group }));
      }
    },
  };
}
