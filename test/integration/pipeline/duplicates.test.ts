import { beforeEach, describe, expect, it } from 'vitest';
import { runMessage } from '../../../functions/attach-worker/run-message.ts';
import { PAGE_SIZE } from '../../../shared/domain/frontier.ts';
import { projectRef } from '../../../shared/domain/node.ts';
import { pageMessage } from '../../../shared/pipeline/message.ts';
import { createNode } from '../../../shared/storage/nodes.ts';
import { putEdge } from '../../../shared/storage/edges.ts';
import { transact } from '../../../shared/storage/write.ts';
import { placeNode } from '../../../shared/tree/place-node.ts';
import { injectFaults } from '../../support/faults.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('ENGINE');
let w: World;

/** So many that the group takes two pages. */
const PROJECTS = PAGE_SIZE + 50;

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  const times = { placedAt: 0, namedAt: 0, changedAt: 0 };
  const node = (id: number) =>
    ({
      kind: 'project',
      id,
      slug: `p${id}`,
      name: 'p',
      parentId: 1,
      version: 0,
      chain: [1],
      ...times,
    }) as const;
  for (let start = 1; start <= PROJECTS; start += 50) {
    const nodes = Array.from({ length: 50 }, (_, index) => node(start + index));
    await transact(
      w.env.table,
      nodes.flatMap((created) => [createNode(created), putEdge(created)]),
    );
  }
});

async function run(pageId: string, operationId: string): Promise<void> {
  const message = pageMessage.parse({ version: 1, operationId, pageId });
  await runMessage(w.env, message, w.env.clock.now() + 20_000);
}

describe('a page that two workers have at once', () => {
  it.each([
    ['before its plan is written', 1],
    ['before it is marked done', 2],
  ])('is done once, where one of them was paused %s', async (_, transaction) => {
    const { id } = await w.accepted({ groupIds: [1] });
    // The first page stays open meanwhile, so that the operation cannot have ended.
    let opened = false;
    const first = injectFaults(w.env.table, (command) => {
      if (opened || command !== 'BatchExecuteStatementCommand') return undefined;
      opened = true;
      return { before: async () => whileTheFirstPageIsOpen(id, transaction) };
    });
    await run('G', id);
    first.stop();
    expect(opened).toBe(true);
    await w.drain();
    const operation = await w.operation(id);
    expect(operation).toMatchObject({ status: 'SUCCEEDED', pagesKnown: 2, pagesDone: 2 });
    expect(operation.totals).toEqual({ applied: PROJECTS, unchanged: 0, skipped: 0, failed: 0 });
  });
});

describe('a project that two pages meet', () => {
  it('is counted once, also where nobody handed it over before the end', async () => {
    const { id } = await w.accepted({ groupIds: [1] });
    await w.deliver();
    // Behind all the others by its new name: the walk, which has passed it, meets it again.
    await placeNode(w.env, { ref: projectRef(1), at: 1, slug: 'zzz' });
    await w.drain();
    const operation = await w.operation(id);
    expect(operation).toMatchObject({ status: 'SUCCEEDED', handOvers: 0 });
    expect(operation.totals).toEqual({ applied: PROJECTS, unchanged: 0, skipped: 0, failed: 0 });
  });
});

async function whileTheFirstPageIsOpen(id: string, transaction: number): Promise<void> {
  let transactions = 0;
  const paused = injectFaults(w.env.table, (command) => {
    if (command !== 'TransactWriteItemsCommand') return undefined;
    transactions += 1;
    return transactions === transaction ? { before: async () => run('G~1', id) } : undefined;
  });
  await run('G~1', id);
  paused.stop();
  expect(transactions).toBeGreaterThan(2);
  expect(await w.operation(id)).toMatchObject({ status: 'RUNNING', pagesDone: 1 });
}
