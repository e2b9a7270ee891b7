import {
  ChangeMessageVisibilityCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, expect, it } from 'vitest';
import { clientSettings } from '../../../local/engines/aws-clients.ts';
import { type SqsEngine, startSqs } from '../../../local/engines/sqs/engine.ts';
import { provideQueues } from '../../../local/engines/sqs/queues.ts';
import type { QueuePlan } from '../../../local/template/resources/queue.ts';
import { queueArn, queueUrl, temporaryDirectory } from './support.ts';

const engines: SqsEngine[] = [];

async function start(
  directory: string | null,
): Promise<{ client: SQSClient; url: string; engine: SqsEngine }> {
  const engine = await startSqs(directory);
  engines.push(engine);
  const { endpoint } = engine;
  await provideQueues(endpoint, [plan(endpoint)]);
  return { engine, client: new SQSClient(clientSettings(endpoint)), url: queueUrl(endpoint, 'work') };
}

function plan(
  endpoint: string,
  attributes: Record<string, string> = { VisibilityTimeout: '120' },
): QueuePlan {
  return {
    name: 'work',
    url: queueUrl(endpoint, 'work'),
    arn: queueArn('work'),
    attributes,
    deadLetterArn: undefined,
  };
}

async function bodies(client: SQSClient, url: string, count: number): Promise<string[]> {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: count }),
  );
  return Messages.map(({ Body = '' }) => Body);
}

async function send(client: SQSClient, url: string, body: string, delay = 0): Promise<void> {
  await client.send(
    new SendMessageCommand({ QueueUrl: url, MessageBody: body, DelaySeconds: delay, MessageGroupId: 'g' }),
  );
}

afterEach(async () => {
  await Promise.all(engines.splice(0).map((engine) => engine.stop()));
});

it('keeps messages of a run that was never stopped, ready at once though somebody was working on them', async () => {
  await using directory = await temporaryDirectory();
  const first = await start(directory.path);
  await send(first.client, first.url, 'received');
  expect(await bodies(first.client, first.url, 1)).toEqual(['received']);
  await send(first.client, first.url, 'waiting');
  await send(first.client, first.url, 'delayed', 900);

  const second = await start(directory.path);
  expect(await bodies(second.client, second.url, 10)).toEqual(['received', 'waiting']);
  const all = new GetQueueAttributesCommand({ QueueUrl: second.url, AttributeNames: ['All'] });
  expect((await second.client.send(all)).Attributes).toMatchObject({
    VisibilityTimeout: '120',
    ApproximateNumberOfMessagesDelayed: '1',
  });
});

it('forgets everything without a directory', async () => {
  const first = await start(null);
  await send(first.client, first.url, 'gone');
  await first.engine.stop();
  const second = await start(null);
  expect(await bodies(second.client, second.url, 10)).toEqual([]);
});

it('names queues by an address that works, on this machine only', async () => {
  const { client, url, engine } = await start(null);
  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: 'work' }));
  expect(QueueUrl).toBe(url);
  expect(new URL(engine.endpoint).hostname).toBe('127.0.0.1');
});

it('hands a message back early, on disk too', async () => {
  await using directory = await temporaryDirectory();
  const { client, url } = await start(directory.path);
  await send(client, url, 'again');
  const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl: url }));
  const ReceiptHandle = Messages?.[0]?.ReceiptHandle;
  await client.send(
    new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle, VisibilityTimeout: 0 }),
  );
  expect(await bodies(client, url, 1)).toEqual(['again']);
});

it('takes over what the template says of a queue that is there', async () => {
  const { client, url, engine } = await start(null);
  await send(client, url, 'kept');
  await provideQueues(engine.endpoint, [plan(engine.endpoint, { VisibilityTimeout: '7' })]);
  const asked = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['VisibilityTimeout'] });
  expect((await client.send(asked)).Attributes).toEqual({ VisibilityTimeout: '7' });
  expect(await bodies(client, url, 1)).toEqual(['kept']);
});

async function groups(client: SQSClient, url: string): Promise<Record<string, string | undefined>> {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: 10,
      MessageSystemAttributeNames: ['MessageGroupId'],
    }),
  );
  return Object.fromEntries(Messages.map(({ Body = '', Attributes }) => [Body, Attributes?.MessageGroupId]));
}

it('says which group a message is of, as standard queues do', async () => {
  const { client, url } = await start(null);
  const attributes = { MessageAttributes: { note: { DataType: 'String', StringValue: 'kept' } } };
  const message = { QueueUrl: url, MessageBody: 'with attributes', MessageGroupId: 'one', ...attributes };
  await client.send(new SendMessageCommand(message));
  await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'without a group' }));
  await client.send(
    new SendMessageBatchCommand({
      QueueUrl: url,
      Entries: ['two', 'three'].map((group) => ({ Id: group, MessageBody: group, MessageGroupId: group })),
    }),
  );
  expect(await groups(client, url)).toEqual({
    'with attributes': 'one',
    'without a group': undefined,
    two: 'two',
    three: 'three',
  });
});

it('still knows the group after a restart', async () => {
  await using directory = await temporaryDirectory();
  const first = await start(directory.path);
  await send(first.client, first.url, 'message');
  const second = await start(directory.path);
  expect(await groups(second.client, second.url)).toEqual({ message: 'g' });
});

it('leaves the attributes of a message alone', async () => {
  const { client, url } = await start(null);
  const MessageAttributes = {
    text: { DataType: 'String', StringValue: 'kept' },
    bytes: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2, 255]) },
  };
  await client.send(
    new SendMessageCommand({ QueueUrl: url, MessageBody: 'x', MessageGroupId: 'g', MessageAttributes }),
  );
  const { Messages } = await client.send(
    new ReceiveMessageCommand({ QueueUrl: url, MessageAttributeNames: ['All'] }),
  );
  expect(Messages?.[0]?.MessageAttributes).toEqual(MessageAttributes);
});

it('hands out messages of a group that has none in flight first', async () => {
  const { client, url } = await start(null);
  for (const number of [1, 2, 3]) await send(client, url, `large ${number}`);
  expect(await bodies(client, url, 1)).toEqual(['large 1']);
  await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'small', MessageGroupId: 'other' }));
  expect(await bodies(client, url, 1)).toEqual(['small']);
  expect(await bodies(client, url, 1)).toEqual(['large 2']);
});
