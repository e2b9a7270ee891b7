import { beforeEach, describe, expect, it } from 'vitest';
import { customProfiles } from '../../support/custom-profiles.ts';
import { flatGroup, letHold } from '../../support/flat-group.ts';
import { expectTruth, heldBy, outcomesOf } from '../../support/operation-records.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('PROCESS');
let w: World;
/** Ten that full projects hold, and one that is attached to them in vain. */
let held: readonly number[];
let wanted: number;

/** 21 to 23 hold ten, 24 none; 21 is named, the others are in group 2. */
const FULL = [21, 22, 23];
const TARGETS = { projectIds: [21], groupIds: [2] };
const LIMIT = 'FAILED/LIMIT_REACHED';

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await w.group(2, 1);
  await w.group(3, 1);
  await flatGroup(w.env.table, [2, 1], [...FULL, 24]);
  const ids = await customProfiles(w.env.table, 1, 11);
  held = ids.slice(0, 10);
  wanted = ids[10] ?? 0;
  await letHold(w.env.table, 1, FULL, held);
});

/** An attach to all of them, at its end. Answers its id. */
async function attach(more: { readonly dryRun?: boolean } = {}): Promise<string> {
  const { id } = await w.accepted({ profile: { id: wanted }, ...TARGETS, ...more });
  await w.drain();
  return id;
}

async function makeRoom(projectIds: readonly number[]): Promise<void> {
  await w.accepted({ kind: 'DETACH', profile: { id: held[0] ?? 0 }, projectIds });
}

async function outcomes(id: string): Promise<Record<number, string>> {
  await expectTruth(w.env.table, id, [...FULL, 24]);
  return outcomesOf(w.env.table, id);
}

describe('retry', () => {
  it('does it again on the projects that failed, in whatever page, and on no other', async () => {
    const first = await attach();
    expect(await outcomes(first)).toEqual({ 21: LIMIT, 22: LIMIT, 23: LIMIT, 24: 'APPLIED' });
    await makeRoom([21, 22]);
    await w.accepted({ kind: 'DETACH', profile: { id: wanted }, projectIds: [24] });
    await w.project(25, 2);

    const second = await w.ended(await w.retry(first));
    expect(second).toMatchObject({
      status: 'PARTIAL',
      source: { operationId: first, take: 'FAILED' },
      expectedProjects: 3,
      groupIds: [2],
      projectIds: [21],
    });
    expect(await outcomes(second.id)).toEqual({ 21: 'APPLIED', 22: 'APPLIED', 23: LIMIT });
    const third = await w.ended(await w.retry(second.id));
    expect(third.status).toBe('FAILED');
    await makeRoom([23]);
    const fourth = await w.ended(await w.retry(third.id));
    expect(await outcomes(fourth.id)).toEqual({ 23: 'APPLIED' });
    expect(fourth.status).toBe('SUCCEEDED');
  });

  it('finds them in more pages than are read at once', async () => {
    const late = Array.from({ length: 19 }, (_, index) => 40 + index);
    await flatGroup(w.env.table, [3, 1], late);
    await letHold(w.env.table, 1, late, held);
    const { id } = await w.accepted({ profile: { id: wanted }, ...TARGETS });
    for (const project_id of late)
      await w.event('ProjectTransferredEvent', { project_id, new_namespace_id: 2 });
    await w.drain();
    expect(await w.operation(id)).toMatchObject({ handOvers: 19, totals: { failed: 22 } });
    await makeRoom(late);
    const retried = await w.ended(await w.retry(id));
    expect(retried.totals).toEqual({ applied: 19, unchanged: 0, skipped: 0, failed: 3 });
  });

  it('leaves out, as any operation, what has moved away or is gone', async () => {
    const first = await attach();
    await makeRoom(FULL);
    await w.group(9, null);
    w.env.clock.advance(1_000);
    await w.event('ProjectTransferredEvent', { project_id: 21, new_namespace_id: 9 });
    await w.event('ProjectDeletedEvent', { project_id: 22, namespace_id: 2 });
    await w.drain();
    const second = await w.ended(await w.retry(first));
    expect(await outcomesOf(w.env.table, second.id)).toEqual({
      21: 'SKIPPED/MOVED_TO_ANOTHER_ROOT',
      22: 'SKIPPED/DELETED',
      23: 'APPLIED',
    });
  });

  it('of one that stopped itself is for what failed until then', async () => {
    const { id } = await w.accepted({ profile: { id: wanted }, ...TARGETS, failureThresholdPercent: 10 });
    await w.drain();
    expect(await w.operation(id)).toMatchObject({ status: 'CANCELLED', totals: { failed: 1 } });
    await makeRoom(FULL);
    const retried = await w.ended(await w.retry(id));
    expect(await outcomes(retried.id)).toEqual({ 21: 'APPLIED' });
  });

  it('can be undone', async () => {
    const first = await attach();
    await makeRoom(FULL);
    const retried = await w.ended(await w.retry(first));
    await w.ended(await w.undo(retried.id));
    for (const id of FULL) expect(await heldBy(w.env.table, id)).toEqual(held.slice(1));
    // What the first one did is not the retry's.
    expect(await heldBy(w.env.table, 24)).toEqual([wanted]);
  });
});

describe('retry of an undo', () => {
  it('goes by what the first operation did, and says if that was changed since', async () => {
    await makeRoom([22]);
    const { table } = w.env;
    const [kept = 0] = await customProfiles(table, 1, 1, { scanType: 'DEPENDENCY_SCANNING' });
    // Takes nine away from project 22 and puts one there.
    const set = await w.accepted({ mode: 'SET', profile: { id: wanted }, projectIds: [22] });
    await w.accepted({ kind: 'DETACH', profile: { id: wanted }, projectIds: [22] });
    const others = await customProfiles(table, 1, 1, { scanType: 'SECRET_DETECTION' });
    for (const id of [kept, ...others]) await w.accepted({ profile: { id }, projectIds: [22] });

    const undo = await w.ended(await w.undo(set.id));
    expect(await outcomesOf(table, undo.id)).toEqual({ 22: LIMIT });
    await w.accepted({ kind: 'DETACH', profile: { id: kept }, projectIds: [22] });
    const retried = await w.ended(await w.retry(undo.id));
    expect(retried.change).toMatchObject({ kind: 'UNDO', of: set.id });
    expect(await outcomesOf(table, retried.id)).toEqual({ 22: 'APPLIED/CHANGED_SINCE' });
    expect(await heldBy(table, 22)).toEqual([...held.slice(1), ...others]);
  });
});

describe('retry of what was applied from a preview', () => {
  it('is not bound to what the preview saw', async () => {
    const preview = await attach({ dryRun: true });
    const applied = await w.ended(await w.apply(preview));
    expect(await outcomes(applied.id)).toEqual({ 21: LIMIT, 22: LIMIT, 23: LIMIT, 24: 'APPLIED' });
    await makeRoom(FULL);
    const retried = await w.ended(await w.retry(applied.id));
    expect(await outcomes(retried.id)).toEqual({ 21: 'APPLIED', 22: 'APPLIED', 23: 'APPLIED' });
  });
});

describe('retry is refused', () => {
  const invalid = (reason: RegExp): unknown => ({
    result: 'INVALID_STATE',
    reason: expect.stringMatching(reason),
  });

  it('while the operation runs, and while it is being cancelled', async () => {
    const { id } = await w.accepted({ profile: { id: wanted }, ...TARGETS });
    // The named project is done by now.
    expect(await w.retry(id)).toEqual(invalid(/^The operation is RUNNING: .*cancel it/));
    await w.cancel(id);
    expect(await w.retry(id)).toEqual(invalid(/^The operation is CANCELLING: .*wait/));
  });

  it('of a preview', async () => {
    expect(await w.retry(await attach({ dryRun: true }))).toEqual(invalid(/PREVIEWED.*applied/));
  });

  it('where nothing failed', async () => {
    const { id } = await w.accepted({ profile: { id: wanted }, projectIds: [24] });
    expect(await w.retry(id)).toEqual(invalid(/SUCCEEDED.*undone/));
  });

  it('after thirty days', async () => {
    const id = await attach();
    w.env.clock.advance(30 * 24 * 60 * 60 * 1000);
    expect(await w.retry(id)).toMatchObject({ result: 'EXPIRED' });
  });

  it('to who may not administer the root now, alike for what is absent', async () => {
    const id = await attach();
    await w.event('MemberAddedEvent', { user_id: 'colleague', access_level: 40, group_id: 1 });
    await w.event('MemberAddedEvent', { user_id: 'insider', access_level: 50, group_id: 2 });
    expect(await w.retry(id, { actor: 'insider' })).toEqual({ result: 'DENIED' });
    expect(await w.retry('absent', { actor: 'insider' })).toEqual({ result: 'DENIED' });
    const answer = await w.retry(id, { actor: 'colleague' });
    expect(answer).toMatchObject({ result: 'ACCEPTED', operation: { actor: 'colleague' } });
  });
});
