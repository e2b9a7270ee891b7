import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { QUEUES } from '../../../shared/names.ts';
import { operationKey } from '../../../shared/storage/keys.ts';
import { callsOf } from '../support/calls.ts';
import { startDedicatedStack } from '../support/dedicated-stack.ts';
import { eventually } from '../support/eventually.ts';
import { plantTree } from '../support/tree.ts';
import { visibilityTimeout } from '../support/visibility.ts';

it('sets aside a page that fails at every receive, and its neighbours go through', async () => {
  await using stack = await startDedicatedStack({ adjust: visibilityTimeout(1) });
  const { url, deadLetterUrl } = stack.file.queues[QUEUES.attachWorker] ?? {};
  const tree = await plantTree(stack, { projects: ['poison/one'], members: { owner: { poison: 50 } } });
  // An operation that no version of the product has written.
  const Item = { ...operationKey('broken'), id: 'broken', status: 'NONSENSE' };
  await stack.table.client.send(new PutCommand({ TableName: stack.table.name, Item }));
  const poison = JSON.stringify({ version: 1, operationId: 'broken', pageId: 'G' });
  const stale = JSON.stringify({ version: 1, operationId: 'never-accepted', pageId: 'G' });
  for (const MessageBody of [poison, stale, 'no JSON']) {
    await stack.sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody }));
  }

  const owner = callsOf(stack, 'owner');
  const { operation } = await owner.attach('sast', { groups: [tree.groups.get('poison')] });
  expect(await owner.ended(operation.id)).toMatchObject({ status: 'SUCCEEDED', totals: { applied: 1 } });

  const dead = new Set<string>();
  await eventually(async () => {
    const receive = new ReceiveMessageCommand({ QueueUrl: deadLetterUrl, MaxNumberOfMessages: 10 });
    const { Messages = [] } = await stack.sqs.send(receive);
    for (const { Body = '' } of Messages) dead.add(Body);
    expect([...dead].toSorted()).toEqual([poison, 'no JSON'].toSorted());
  });
});
