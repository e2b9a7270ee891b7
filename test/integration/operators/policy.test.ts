import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { ACTIONS } from '../../../cli/scan-profiles/operator/refusals.ts';
import { ROOT } from '../../../local/settings.ts';
import { listActing, removeRegistration } from '../../../shared/storage/registrations.ts';
import { transact } from '../../../shared/storage/write.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world } from '../../support/world.ts';
import { startAws } from './support/aws.ts';
import { PAGE } from './support/messages.ts';

const policySchema = z.object({ Statement: z.array(z.object({ Action: z.array(z.string()) })) });
const transactionSchema = z.object({ TransactItems: z.array(z.record(z.string(), z.unknown())) });

/** What a piece of a transaction takes. */
const PIECES = new Map([
  ['Put', 'dynamodb:PutItem'],
  ['Update', 'dynamodb:UpdateItem'],
  ['Delete', 'dynamodb:DeleteItem'],
  ['ConditionCheck', 'dynamodb:ConditionCheckItem'],
]);

afterEach(() => vi.restoreAllMocks());

async function allowed(): Promise<ReadonlySet<string>> {
  const guide = await readFile(join(ROOT, 'docs/operating.md'), 'utf8');
  const [, json = ''] = /```json\n(.*?)```/s.exec(guide) ?? [];
  return new Set(policySchema.parse(JSON.parse(json)).Statement.flatMap(({ Action }) => Action));
}

function actionsOf({
  constructor: { name },
  input,
}: {
  readonly constructor: { readonly name: string };
  readonly input: unknown;
}): readonly string[] {
  const command = name
    .replace(/^(Get|Put|Delete|Update)Command$/, '$1ItemCommand')
    .replace(/^BatchGetCommand$/, 'BatchGetItemCommand');
  if (command === 'TransactWriteCommand') {
    const { TransactItems } = transactionSchema.parse(input);
    return TransactItems.flatMap((piece) => Object.keys(piece).map((kind) => PIECES.get(kind) ?? kind));
  }
  return [ACTIONS[command.replace(/^TransactGetCommand$/, 'TransactGetItemsCommand')] ?? command];
}

it('asks AWS for all that the policy of docs/operating.md allows, and for nothing else', async () => {
  await using aws = await startAws();
  const there = world(testEnvironment(aws.table, { now: Date.now() }));
  for (const id of [1, 2]) await there.group(id, null);
  await there.project(10, 1);
  await there.ended(await there.request({ groupIds: [1] }));
  const { id } = await there.accepted({ groupIds: [1], profile: { template: 'sast' } });
  await there.event('ProjectTransferredEvent', { project_id: 10, old_namespace_id: 1, new_namespace_id: 2 });
  // Nothing cleans up after the move.
  for (const registration of await listActing(aws.table, 1, Date.now()))
    await transact(aws.table, [removeRegistration({ ...registration, id: registration.operationId })]);
  const page = await aws.bury('attach-worker', { ...PAGE, operationId: id, pageId: 'G' });
  const broken = await aws.bury('attach-worker', 'no JSON');

  const asked = new Set<string>();
  const [sqs, table] = [
    vi.spyOn(SQSClient.prototype, 'send'),
    vi.spyOn(DynamoDBDocumentClient.prototype, 'send'),
  ];
  for (const typed of [
    ['dead-letters', 'list'],
    ['dead-letters', 'show', 'attach-worker', page],
    ['dead-letters', 'redrive', 'attach-worker', '--all', '--yes'],
    ['dead-letters', 'delete', 'attach-worker', broken, '--yes'],
    ['operations', 'resend', id],
    ['sweep', '--recent', '--dry-run'],
    ['sweep'],
  ])
    expect(await aws.run(typed), typed.join(' ')).toMatchObject({
      // A sweep finds something, and a redrive of all leaves something.
      code: typed.includes('--dry-run') || typed.includes('--all') ? 2 : 0,
    });
  for (const [command] of [...sqs.mock.calls, ...table.mock.calls])
    for (const action of actionsOf(command)) asked.add(action);
  expect(asked).toEqual(await allowed());
});
