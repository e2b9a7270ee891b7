import {
  CreateQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientSettings } from '../../../local/engines/aws-clients.ts';
import { ACCOUNT, REGION } from '../../../local/template/identity.ts';

export function queueArn(name: string): string {
  return `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`;
}

export function queueUrl(endpoint: string, name: string): string {
  return `${endpoint}/${ACCOUNT}/${name}`;
}

/** A queue, and what is done to it in tests. */
export class TestQueue {
  readonly url: string;
  readonly arn: string;
  readonly client: SQSClient;

  private constructor(client: SQSClient, endpoint: string, name: string) {
    this.client = client;
    this.url = queueUrl(endpoint, name);
    this.arn = queueArn(name);
  }

  static async create(
    endpoint: string,
    name: string,
    attributes: Record<string, string> = {},
  ): Promise<TestQueue> {
    const client = new SQSClient(clientSettings(endpoint));
    await client.send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }));
    return new TestQueue(client, endpoint, name);
  }

  async send(body: string, group?: string): Promise<void> {
    await this.client.send(
      new SendMessageCommand({ QueueUrl: this.url, MessageBody: body, MessageGroupId: group }),
    );
  }

  /** Bodies of the messages that come, until there are so many or none comes for a second. */
  async receive(atLeast = 1): Promise<string[]> {
    const bodies: string[] = [];
    for (;;) {
      const command = new ReceiveMessageCommand({
        QueueUrl: this.url,
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: 1,
      });
      const { Messages = [] } = await this.client.send(command);
      bodies.push(...Messages.map(({ Body = '' }) => Body));
      if (Messages.length === 0 || bodies.length >= atLeast) return bodies;
    }
  }
}

/** A directory that is gone when the resource is disposed of. */
export async function temporaryDirectory(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'scan-profiles-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
