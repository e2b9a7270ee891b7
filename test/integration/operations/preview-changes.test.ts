import { beforeEach, describe, expect, it } from 'vitest';
import { PAGE_SIZE } from '../../../shared/domain/frontier.ts';
import { listProfiles } from '../../../shared/storage/profiles.ts';
import { listActing } from '../../../shared/storage/registrations.ts';
import { placeNode } from '../../../shared/tree/place-node.ts';
import { projectRef } from '../../../shared/domain/node.ts';
import { injectFaults } from '../../support/faults.ts';
import { flatGroup, letHold } from '../../support/flat-group.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { expectTruth, heldByAll, outcomesOf } from '../../support/operation-records.ts';
import { projectItems } from '../../support/raw-items.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('PROCESS');
let w: World;

const PROJECTS = [21, 22, 23, 24, 31, 32];

/** Root 1 with groups 2 and 3 and projects in both; root 9 elsewhere, with the same owner. */
beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await w.group(2, 1);
  await w.group(3, 1);
  await w.group(9, null);
  for (const id of PROJECTS) await w.project(id, id < 30 ? 2 : 3);
});

async function preview(groupIds: readonly number[] = [1]): Promise<string> {
  const { id } = await w.accepted({ groupIds, dryRun: true });
  await w.drain();
  w.env.clock.advance(1_000);
  return id;
}

/** Outcomes of the preview's application, by project. */
async function applied(id: string): Promise<Record<number, string>> {
  const operation = await w.ended(await w.apply(id));
  await expectTruth(w.env.table, operation.id, PROJECTS);
  return outcomesOf(w.env.table, operation.id);
}

const ALL_APPLIED = Object.fromEntries(PROJECTS.map((id) => [id, 'APPLIED']));

describe("a template's profile", () => {
  it('is not made by a preview, and is by applying it', async () => {
    const id = await preview();
    expect(await listProfiles(w.env.table, 1)).toEqual([]);
    expect(await applied(id)).toEqual(ALL_APPLIED);
    expect(await listProfiles(w.env.table, 1)).toMatchObject([{ templateKey: 'secret_detection' }]);
    expect(await w.visible(32)).toEqual(['SECRET_DETECTION']);
  });

  it('is not made by the preview of a detach either, nor by applying that', async () => {
    const { id } = await w.accepted({ kind: 'DETACH', groupIds: [1], dryRun: true });
    await w.drain();
    const outcomes = await applied(id);
    expect(outcomes).toEqual(Object.fromEntries(PROJECTS.map((each) => [each, 'UNCHANGED/NOT_ATTACHED'])));
    expect(await listProfiles(w.env.table, 1)).toEqual([]);
  });
});

describe('apply leaves a project', () => {
  it('that was changed since', async () => {
    const id = await preview();
    await w.accepted({ profile: { template: 'sast' }, projectIds: [21] });
    expect(await applied(id)).toEqual({ ...ALL_APPLIED, 21: 'SKIPPED/CHANGED_SINCE_PREVIEW' });
    expect(await w.visible(21)).toEqual(['SAST']);
  });

  it('that was changed and changed back', async () => {
    const id = await preview();
    await w.accepted({ projectIds: [21] });
    await w.accepted({ kind: 'DETACH', projectIds: [21] });
    expect(await applied(id)).toEqual({ ...ALL_APPLIED, 21: 'SKIPPED/CHANGED_SINCE_PREVIEW' });
  });

  it('that moved within its root, itself or with a group above it', async () => {
    const id = await preview();
    await w.event('ProjectTransferredEvent', { project_id: 21, new_namespace_id: 1 });
    await w.event('GroupTransferredEvent', { group_id: 3, new_root_namespace_id: 1, new_parent_id: 2 });
    await w.drain();
    const changed = 'SKIPPED/CHANGED_SINCE_PREVIEW';
    expect(await applied(id)).toEqual({ ...ALL_APPLIED, 21: changed, 31: changed, 32: changed });
  });

  it('that moved to another root, or was deleted', async () => {
    const id = await preview();
    await w.event('ProjectTransferredEvent', { project_id: 21, new_namespace_id: 9 });
    await w.event('GroupTransferredEvent', { group_id: 3, new_root_namespace_id: 9, new_parent_id: 9 });
    await w.event('ProjectDeletedEvent', { project_id: 22, namespace_id: 2 });
    await w.drain();
    const moved = 'SKIPPED/MOVED_TO_ANOTHER_ROOT';
    expect(await applied(id)).toEqual({
      ...ALL_APPLIED,
      21: moved,
      22: 'SKIPPED/DELETED',
      31: moved,
      32: moved,
    });
  });

  it('that moved to another root and back again', async () => {
    const id = await preview();
    await w.event('ProjectTransferredEvent', { project_id: 21, new_namespace_id: 9 });
    w.env.clock.advance(1_000);
    await w.event('ProjectTransferredEvent', { project_id: 21, new_namespace_id: 2 });
    expect(await applied(id)).toEqual({ ...ALL_APPLIED, 21: 'SKIPPED/CHANGED_SINCE_PREVIEW' });
  });

  it('that was deleted while the preview ran and has come again since', async () => {
    const { id } = await w.accepted({ groupIds: [1], dryRun: true });
    const removed = { project_id: 21, namespace_id: 2 };
    const faults = injectFaults(w.env.table, (command) => {
      if (command !== 'TransactWriteItemsCommand') return undefined;
      faults.stop();
      return { after: async () => w.event('ProjectDeletedEvent', removed) };
    });
    await w.drain();
    expect((await outcomesOf(w.env.table, id))[21]).toBe('SKIPPED/DELETED');
    w.env.clock.advance(1_000);
    await placeNode(w.env, {
      ref: projectRef(21),
      parentId: 2,
      slug: 'again',
      name: 'again',
      at: w.env.clock.now(),
    });
    expect(await applied(id)).toEqual({ ...ALL_APPLIED, 21: 'SKIPPED/CHANGED_SINCE_PREVIEW' });
  });

  it('that came since: it is not looked at', async () => {
    const id = await preview([2]);
    await w.event('ProjectTransferredEvent', { project_id: 31, new_namespace_id: 2 });
    await w.project(25, 2);
    expect(Object.keys(await applied(id))).toEqual(['21', '22', '23', '24']);
    expect(await heldByAll(w.env.table, [25, 31])).toEqual([[], []]);
  });

  it('that came while it was applied: it is not handed over', async () => {
    const id = await preview([2]);
    const answer = await w.apply(id);
    await w.event('ProjectTransferredEvent', { project_id: 31, new_namespace_id: 2 });
    const { handOvers, totals } = await w.ended(answer);
    expect({ handOvers, applied: totals.applied }).toEqual({ handOvers: 0, applied: 4 });
    expect(await heldByAll(w.env.table, [31])).toEqual([[]]);
  });
});

describe('a preview beside other operations', () => {
  it('decides as what is accepted last, as applying it will, also where something accepted since came first', async () => {
    await w.accepted({ projectIds: [22] });
    const { id } = await w.accepted({ groupIds: [1], dryRun: true });
    await w.accepted({ projectIds: [21] });
    await w.accepted({ kind: 'DETACH', projectIds: [21] });
    await w.drain();
    const previewed = { ...ALL_APPLIED, 22: 'UNCHANGED/ALREADY_ATTACHED' };
    expect(await outcomesOf(w.env.table, id)).toEqual(previewed);
    expect(await applied(id)).toEqual(previewed);
  });

  it('holds up nobody: nothing has to be written for its sake', async () => {
    await w.accepted({ groupIds: [1] });
    await w.drain();
    w.env.clock.advance(2 * 60 * 60 * 1000);
    await w.janitor();
    const before = await projectItems(w.env.table);
    // An older detach that still ran would have to be told that the profile is wanted.
    await w.accepted({ kind: 'DETACH', groupIds: [1], dryRun: true });
    await w.accepted({ projectIds: [21] });
    expect(await projectItems(w.env.table)).toEqual(before);
    expect(await listActing(w.env.table, 1, w.env.clock.now())).toHaveLength(1);
    await w.drain();
  });

  it('gets what comes into its target while it runs, and nothing after its end', async () => {
    const { id } = await w.accepted({ groupIds: [2], dryRun: true });
    await w.event('ProjectTransferredEvent', { project_id: 31, new_namespace_id: 2 });
    expect(await w.operation(id)).toMatchObject({ handOvers: 1, pagesKnown: 2 });
    await w.drain();
    await w.event('ProjectTransferredEvent', { project_id: 32, new_namespace_id: 2 });
    expect(w.env.attachQueue.messages).toEqual([]);
  });
});

describe('a preview of more than two pages', () => {
  it('is applied to exactly its projects, with each page held against what it saw', async () => {
    const { table } = w.env;
    const ids = Array.from({ length: 2 * PAGE_SIZE + 50 }, (_, index) => 1_000 + index);
    await w.group(5, null);
    await flatGroup(table, [5], ids);
    const profileIds = await customProfiles(table, 5, 11);
    const full = ids.filter((id) => id % 100 === 0);
    await letHold(table, 5, full, profileIds.slice(0, 10));
    const [profileId = 0] = profileIds.slice(10);
    const before = await projectItems(table);
    const previewed = await w.accepted({ groupIds: [5], profile: { id: profileId }, dryRun: true });
    await w.drain();
    expect(await projectItems(table)).toEqual(before);
    const applied = ids.length - full.length;
    const totals = { applied, unchanged: 0, skipped: 0, failed: full.length };
    expect(await w.operation(previewed.id)).toMatchObject({ status: 'PREVIEWED', totals, pagesDone: 3 });
    await w.accepted({ projectIds: [1_049], profile: { id: profileId } });
    const operation = await w.ended(await w.apply(previewed.id));
    expect(operation).toMatchObject({
      status: 'PARTIAL',
      totals: { ...totals, applied: applied - 1, skipped: 1 },
    });
    await expectTruth(table, operation.id, ids);
  });
});
