import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { QUEUES } from '../../shared/names.ts';
import { startDedicatedStack } from './support/dedicated-stack.ts';
import { eventually } from './support/eventually.ts';

const eventSchema = z.object({ 'detail-type': z.string(), detail: z.looseObject({}) });

it('sets an event aside that cannot be understood, with the reason in the log, and goes on with the others', async () => {
  await using stack = await startDedicatedStack();
  const queue = stack.file.queues[QUEUES.cleanupWorker];
  const group = { group_id: 1, parent_id: null, path: 'team', name: 'Team' };
  const member = { user_id: 'ann', group_id: 1, access_level: 50 };
  await stack.putEvents(
    { detailType: 'ProjectTransferredEvent', detail: { project_id: 'seven' } },
    { detailType: 'GroupCreatedEvent', detail: group },
    { detailType: 'MemberAddedEvent', detail: member },
  );
  await eventually(async () => {
    const { data } = await stack.graphql('ann', '{ group(fullPath: "team") { name } }');
    expect(data).toEqual({ group: { name: 'Team' } });
  });
  const dead = await eventually(async () => {
    const { Messages = [] } = await stack.sqs.send(
      new ReceiveMessageCommand({ QueueUrl: queue?.deadLetterUrl, MaxNumberOfMessages: 10 }),
    );
    expect(Messages).not.toEqual([]);
    return Messages;
  });
  expect(dead.map(({ Body = '' }) => eventSchema.parse(JSON.parse(Body)))).toMatchObject([
    { 'detail-type': 'ProjectTransferredEvent', detail: { project_id: 'seven' } },
  ]);
  expect(await readFile(join(stack.stateDir, 'logs/cleanup-worker.log'), 'utf8')).toContain(
    'new_namespace_id',
  );
});

it('runs the function of a schedule out of turn', async () => {
  await using stack = await startDedicatedStack();
  expect(await stack.invoke('janitor', {})).toMatchObject({ kind: 'result' });
});
