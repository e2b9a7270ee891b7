import { beforeEach, describe, expect, it } from 'vitest';
import { PAGE_SIZE } from '../../../shared/domain/frontier.ts';
import { listLog } from '../../../shared/storage/operation-log.ts';
import { injectFaults } from '../../support/faults.ts';
import { flatGroup, subgroups } from '../../support/flat-group.ts';
import { expectTruth, heldByAll } from '../../support/operation-records.ts';
import { projectItems } from '../../support/raw-items.ts';
import { redeliver } from '../../support/redelivery.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('PROCESS');
let w: World;

/** So many that those of half of them are written in two calls. */
const PROJECTS = Array.from({ length: 60 }, (_, index) => 21 + index);
const NAMED = [11, 12];
const ALL = [...NAMED, ...PROJECTS];

beforeEach(async () => {
  w = await newWorld();
});

/** Half of the projects in group 2 hold what is going to be attached to all of them. */
async function newWorld(): Promise<World> {
  const fresh = world(testEnvironment(await newTable()));
  await fresh.group(1, null);
  await subgroups(fresh.env.table, [1], [2]);
  await flatGroup(fresh.env.table, [1], NAMED);
  await flatGroup(fresh.env.table, [2, 1], PROJECTS);
  await fresh.accepted({ projectIds: PROJECTS.filter((id) => id % 2 === 0) });
  await fresh.drain();
  return fresh;
}

/**
 * What must hold of every operation that was cancelled: its records tell the truth, no message can make it do more, and
 * undoing it brings back what was held before.
 */
async function expectStopped(id: string, held: readonly (readonly number[])[]): Promise<void> {
  const { table } = w.env;
  const operation = await w.operation(id);
  expect(operation).toMatchObject({ status: 'CANCELLED', pagesDone: operation.pagesKnown });
  await expectTruth(table, id, ALL);
  const items = await projectItems(table);
  await redeliver(w.env, id);
  w.env.clock.advance(241_000);
  await w.janitor();
  await w.drain();
  expect(await w.operation(id)).toEqual(operation);
  expect(await projectItems(table)).toEqual(items);
  await w.ended(await w.undo(id));
  expect(await heldByAll(table, ALL)).toEqual(held);
}

describe('an operation that is cancelled', () => {
  it('before anything of it ran does nothing', async () => {
    const held = await heldByAll(w.env.table, ALL);
    const { id } = await w.accepted({ groupIds: [2] });
    const operation = await w.ended(await w.cancel(id));
    expect(operation).toMatchObject({
      totals: { applied: 0, unchanged: 0, skipped: 0, failed: 0 },
      stop: { reason: 'CANCELLED_BY_USER', by: 'owner' },
    });
    expect(await heldByAll(w.env.table, ALL)).toEqual(held);
    await expectStopped(id, held);
  });

  it('after its named projects were done keeps those and leaves its groups', async () => {
    const held = await heldByAll(w.env.table, ALL);
    const { id } = await w.accepted({ projectIds: NAMED, groupIds: [2] });
    expect((await w.cancel(id)).result).toBe('ACCEPTED');
    await w.drain();
    expect((await w.operation(id)).totals).toEqual({ applied: 2, unchanged: 0, skipped: 0, failed: 0 });
    await expectStopped(id, held);
  });

  it('after its first page does no other', async () => {
    const many = Array.from({ length: PAGE_SIZE + 50 }, (_, index) => 1_000 + index);
    await flatGroup(w.env.table, [2, 1], many);
    const held = await heldByAll(w.env.table, ALL);
    const { id } = await w.accepted({ groupIds: [2], profile: { template: 'sast' } });
    await w.deliver();
    await w.cancel(id);
    await w.drain();
    expect(await w.operation(id)).toMatchObject({
      pagesKnown: 2,
      totals: { applied: PAGE_SIZE, skipped: 0 },
    });
    await expectTruth(w.env.table, id, many);
    await expectStopped(id, held);
  });

  it('where it was stalled, its messages lost, ends', async () => {
    const held = await heldByAll(w.env.table, ALL);
    const { id } = await w.accepted({ projectIds: NAMED, groupIds: [2] });
    for (let resend = 0; resend < 5; resend += 1) {
      w.env.attachQueue.messages.length = 0;
      w.env.clock.advance(241_000);
      await w.janitor();
    }
    expect(w.env.attachQueue.messages).toEqual([]);
    expect((await w.operation(id)).stalledAt).toBeDefined();
    const answer = await w.cancel(id);
    // From here on nobody has to look any more.
    expect(answer).toMatchObject({ result: 'ACCEPTED', operation: { stalledAt: undefined } });
    expect((await w.operation(id)).stalledAt).toBeUndefined();
    await w.ended(answer);
    await expectStopped(id, held);
  });

  it('and whose last messages are lost is ended by the janitor', async () => {
    const held = await heldByAll(w.env.table, ALL);
    const { id } = await w.accepted({ groupIds: [2] });
    await w.cancel(id);
    w.env.attachQueue.messages.length = 0;
    w.env.clock.advance(241_000);
    await w.janitor();
    await w.drain();
    await expectStopped(id, held);
  });
});

/**
 * Cancels, and lets others do all that there is to do, while whoever runs is paused at one of its calls, counted from one
 * of that command on. Answers if it came to that.
 */
async function cancelledAt(pause: number, run: () => Promise<unknown>, from?: string): Promise<boolean> {
  let due = true;
  let calls = 0;
  const faults = injectFaults(w.env.table, (command) => {
    if (calls > 0 || from === undefined || command === from) calls += 1;
    if (!due || calls !== pause) return undefined;
    due = false;
    return {
      before: async () => {
        const [newest] = (await listLog(w.env.table, 1, { limit: 1 })).entries;
        await w.cancel(newest?.operationId ?? '');
        await w.drain();
      },
    };
  });
  await run();
  faults.stop();
  return !due;
}

describe('a worker that is paused at any of its calls', () => {
  it('finds out that its operation was cancelled and ended meanwhile, and does nothing any more', async () => {
    const seen = new Set<string>();
    for (let call = 1; ; call += 1) {
      w = await newWorld();
      const held = await heldByAll(w.env.table, ALL);
      const { id } = await w.accepted({ groupIds: [2] });
      if (!(await cancelledAt(call, async () => w.deliver()))) break;
      await w.drain();
      const { status, totals } = await w.operation(id);
      const end = `${status} ${totals.applied} ${totals.skipped}`;
      if (status === 'CANCELLED' && !seen.has(end)) await expectStopped(id, held);
      else await expectTruth(w.env.table, id, ALL);
      seen.add(end);
    }
    // Nothing planned; planned and nothing done; all done; ended before. Of two writes one may be done, or not.
    expect([...seen]).toEqual(
      expect.arrayContaining(['CANCELLED 0 0', 'CANCELLED 0 60', 'CANCELLED 30 0', 'SUCCEEDED 30 0']),
    );
  });
});

describe('an operation whose request is paused at any of its calls', () => {
  it('does of the projects that were named only what is recorded', async () => {
    const seen = new Set<string>();
    // Before the first write, which is its acceptance, there is nothing that could be cancelled.
    for (let call = 2; ; call += 1) {
      w = await newWorld();
      const held = await heldByAll(w.env.table, ALL);
      let id = '';
      const accepted = async (): Promise<void> => {
        id = (await w.accepted({ projectIds: NAMED, groupIds: [2] })).id;
      };
      if (!(await cancelledAt(call, accepted, 'TransactWriteItemsCommand'))) break;
      await w.drain();
      const { status, totals } = await w.operation(id);
      const end = `${status} ${totals.applied} ${totals.skipped}`;
      if (status === 'CANCELLED' && !seen.has(end)) await expectStopped(id, held);
      else await expectTruth(w.env.table, id, ALL);
      seen.add(end);
    }
    expect([...seen]).toEqual(expect.arrayContaining(['CANCELLED 0 2', 'CANCELLED 2 0']));
  });
});
