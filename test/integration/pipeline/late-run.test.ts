import { beforeEach, describe, expect, it } from 'vitest';
import { EVENTS_OUT } from '../../../shared/names.ts';
import { recordLate } from '../../../shared/pipeline/record-late.ts';
import { listAllPages } from '../../../shared/storage/page-records.ts';
import { GROUPS_PAGE, listOpenPagesOf } from '../../../shared/storage/pages.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { Crash, injectFaults } from '../../support/faults.ts';
import { letHold } from '../../support/flat-group.ts';
import { heldBy } from '../../support/operation-records.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('ENGINE');
let w: World;

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await w.group(2, 1);
  await w.group(3, 1);
  for (const id of [21, 22]) await w.project(id, 2);
  await w.project(31, 3);
});

interface Crossed {
  readonly id: string;
  /** The profile that the operation attaches. */
  readonly profile: number;
  /** Of the page. */
  readonly message: { readonly body: string; readonly group: string };
}

/**
 * The message of a page is delivered twice. The second run has to wait before it reads the projects, until the first is
 * through, which has found project 21 full, and somebody has made room there. It may die before it records anything.
 */
async function crossing(groupIds: readonly number[], { dies = false } = {}): Promise<Crossed> {
  const [first = 0, ...others] = await customProfiles(w.env.table, 1, 11);
  const profile = others.at(-1) ?? 0;
  await letHold(w.env.table, 1, [21], [first, ...others.slice(0, -1)]);
  const { id } = await w.accepted({ profile: { id: profile }, groupIds });
  const [message] = w.env.attachQueue.messages;
  if (!message) throw new Error('nothing was sent');
  let at: 'COMING' | 'BEGINNING' | 'PAUSED' | 'GOING_ON' | 'WRITTEN' = 'COMING';
  const faults = injectFaults(w.env.table, (command) => {
    if (at === 'COMING' && command === 'BatchGetItemCommand') at = 'BEGINNING';
    else if (at === 'BEGINNING' && command === 'BatchGetItemCommand') {
      at = 'PAUSED';
      return {
        before: async () => {
          w.env.attachQueue.messages.push(message);
          await w.deliver();
          await w.accepted({ kind: 'DETACH', profile: { id: first }, projectIds: [21] });
          at = 'GOING_ON';
        },
      };
    }
    if (at === 'GOING_ON' && command === 'BatchExecuteStatementCommand') at = 'WRITTEN';
    if (dies && at === 'WRITTEN' && command === 'TransactWriteItemsCommand')
      return {
        before: () => {
          throw new Crash('the function dies here');
        },
      };
    return undefined;
  });
  await (dies ? expect(w.deliver()).rejects.toThrow(Crash) : w.deliver());
  faults.stop();
  expect(at).toBe('WRITTEN');
  await w.drain();
  return { id, profile, message };
}

async function told(id: string): Promise<readonly number[]> {
  const pages = await listAllPages(w.env.table, id);
  return pages.flatMap(({ effects }) => effects.get(21)?.made ?? []);
}

function announced(): readonly unknown[] {
  return w.env.events.published
    .filter(({ detailType }) => detailType === EVENTS_OUT.attached)
    .flatMap(({ detail }) => detail['project_ids']);
}

describe('a page that two workers have at once', () => {
  it.each([
    ['ended', [2]],
    ['is still running', [2, 3]],
  ])(
    'tells what the second of them did when the first had found a project full, and the operation %s',
    async (_, groupIds) => {
      const { id, profile } = await crossing(groupIds);
      expect(await w.operation(id)).toMatchObject({
        status: 'SUCCEEDED',
        totals: { applied: groupIds.length + 1, failed: 0 },
        repeats: 1,
      });
      expect(await heldBy(w.env.table, 21)).toContain(profile);
      expect(await told(id)).toEqual([profile]);
      expect(announced()).toContain(21);
    },
  );

  it('tells it when the message comes again where the second of them died before it could', async () => {
    const { id, profile, message } = await crossing([2], { dies: true });
    expect(await heldBy(w.env.table, 21)).toContain(profile);
    expect(await told(id)).toEqual([]);
    const { messages } = w.env.attachQueue;
    for (let times = 0; times < 2; times += 1) {
      messages.push(message);
      await w.drain();
      expect(await told(id)).toEqual([profile]);
    }
    const totals = { applied: 2, failed: 0 };
    expect(await w.operation(id)).toMatchObject({ status: 'SUCCEEDED', totals, repeats: 1 });
    expect(announced().filter((projectId) => projectId === 21)).toHaveLength(1);
  });

  it('is looked at once more also where its caller asked again under the same key', async () => {
    const ask = { groupIds: [2], idempotencyKey: 'asked' };
    const { id } = await w.accepted(ask);
    await w.accepted(ask);
    w.env.attachQueue.messages.shift();
    await w.drain();
    const open = await listOpenPagesOf(w.env.table, id);
    expect(open.map(({ pageId }) => pageId)).toContain('G.audit');
  });

  it('tells what a third of them did as well', async () => {
    const { id, rootId } = await w.accepted({ groupIds: [2] });
    await w.drain();
    const page = { operationId: id, pageId: GROUPS_PAGE, rootId, requestId: id };
    const late = async (projectId: number): Promise<readonly unknown[]> =>
      recordLate(w.env, page, {
        outcomes: new Map([[projectId, { kind: 'APPLIED' }]]),
        effects: new Map([[projectId, { before: [], made: [777], removed: [] }]]),
      });
    expect(await late(21)).toMatchObject([{ pageId: 'G.late' }]);
    expect(await late(22)).toMatchObject([{ pageId: 'G.late.late' }]);
    expect(await late(22)).toEqual([]);
    expect(await told(id)).toContain(777);
  });
});
