import {
  CreateQueueCommand,
  DeleteQueueCommand,
  ReceiveMessageCommand,
  type MessageAttributeValue,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { QUEUE_NAMES, type QueueName } from '../../../../cli/scan-profiles/operator/resources.ts';
import { clientSettings } from '../../../../local/engines/aws-clients.ts';
import { startSqs } from '../../../../local/engines/sqs/engine.ts';
import type { Table } from '../../../../shared/environment/environment.ts';
import { OUTPUTS } from '../../../../shared/names.ts';
import { startEngine } from '../../../support/engine.ts';
import { run, type Ran } from '../../../unit/cli/scan-profiles/support/run.ts';

interface Sending {
  readonly group?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface Received {
  readonly body: string;
  readonly group: string | undefined;
  readonly attributes: Readonly<Record<string, string | undefined>>;
}

/** The queues and the table of a deployment, on the engines of this machine, known by a file of outputs. */
export interface Aws extends AsyncDisposable {
  readonly table: Table;
  readonly outputs: string;
  /** Puts a message into a dead-letter queue. Answers its id. */
  bury(queue: QueueName, body: unknown, sending?: Sending): Promise<string>;
  /** What is visible in a queue, or in its dead-letter queue. */
  lying(queue: QueueName, where?: 'DEAD_LETTERS'): Promise<readonly Received[]>;
  /** The queue of a worker is gone. */
  dropQueue(queue: QueueName): Promise<void>;
  /** Runs a command on it. */
  run(typed: readonly string[], options?: Parameters<typeof run>[1]): Promise<Ran>;
}

export async function startAws(): Promise<Aws> {
  const [sqs, engine] = await Promise.all([startSqs(null), startEngine()]);
  const client = new SQSClient(clientSettings(sqs.endpoint));
  const directory = await mkdtempDisposable(join(tmpdir(), 'scan-profiles-outputs-'));
  const urls = await makeQueues(client);
  const outputs = join(directory.path, 'outputs.json');
  await writeFile(outputs, JSON.stringify({ ScanProfiles: outputsOf(engine.table.name, urls) }));
  vi.stubEnv('AWS_ENDPOINT_URL_SQS', sqs.endpoint);
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', engine.endpoint);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'somebody');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  const urlOf = (queue: QueueName, where?: 'DEAD_LETTERS'): string =>
    urls.get(where ? `${queue}-dead-letter` : queue) ?? '';
  return {
    table: engine.table,
    outputs,
    async bury(queue, body, { group, attributes = {} } = {}) {
      const { MessageId = '' } = await client.send(
        new SendMessageCommand({
          QueueUrl: urlOf(queue, 'DEAD_LETTERS'),
          MessageBody: typeof body === 'string' ? body : JSON.stringify(body),
          MessageGroupId: group,
          MessageAttributes: Object.fromEntries(
            Object.entries(attributes).map(([name, StringValue]) => [
              name,
              { DataType: 'String', StringValue },
            ]),
          ),
        }),
      );
      return MessageId;
    },
    async lying(queue, where) {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: urlOf(queue, where),
          MaxNumberOfMessages: 10,
          VisibilityTimeout: 0,
          MessageSystemAttributeNames: ['All'],
          MessageAttributeNames: ['All'],
        }),
      );
      return Messages.map(({ Body = '', Attributes, MessageAttributes = {} }) => ({
        body: Body,
        group: Attributes?.MessageGroupId,
        attributes: textsOf(MessageAttributes),
      }));
    },
    dropQueue: async (queue) => {
      await client.send(new DeleteQueueCommand({ QueueUrl: urlOf(queue) }));
    },
    run: async (typed, options = {}) => run([...typed, '--outputs', outputs], options),
    [Symbol.asyncDispose]: async () => {
      vi.unstubAllEnvs();
      client.destroy();
      await Promise.all([sqs.stop(), engine.stop(), directory.remove()]);
    },
  };
}

async function makeQueues(client: SQSClient): Promise<ReadonlyMap<string, string>> {
  const names = QUEUE_NAMES.flatMap((name) => [name, `${name}-dead-letter`]);
  const made = names.map(async (QueueName) => {
    const { QueueUrl = '' } = await client.send(new CreateQueueCommand({ QueueName }));
    return [QueueName, QueueUrl] as const;
  });
  return new Map(await Promise.all(made));
}

function outputsOf(tableName: string, urls: ReadonlyMap<string, string>): Record<string, string | undefined> {
  return {
    [OUTPUTS.apiUrl]: 'https://api.example.com/graphql',
    [OUTPUTS.tableName]: tableName,
    [OUTPUTS.attachQueueUrl]: urls.get('attach-worker'),
    [OUTPUTS.attachDeadLetterQueueUrl]: urls.get('attach-worker-dead-letter'),
    [OUTPUTS.cleanupQueueUrl]: urls.get('cleanup-worker'),
    [OUTPUTS.cleanupDeadLetterQueueUrl]: urls.get('cleanup-worker-dead-letter'),
    [OUTPUTS.statusQueueUrl]: urls.get('status-worker'),
    [OUTPUTS.statusDeadLetterQueueUrl]: urls.get('status-worker-dead-letter'),
  };
}

function textsOf(attributes: Record<string, MessageAttributeValue>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(attributes).map(([name, { StringValue }]) => [name, StringValue]));
}
