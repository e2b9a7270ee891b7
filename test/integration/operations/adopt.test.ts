import { beforeEach, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import { readNode } from '../../../shared/storage/nodes.ts';
import { getProfiles, listProfiles } from '../../../shared/storage/profiles.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { flatGroup } from '../../support/flat-group.ts';
import { expectTruth, heldBy, heldByAll, outcomesOf, recordsOf } from '../../support/operation-records.ts';
import { projectItems } from '../../support/raw-items.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('PROCESS');
let w: World;
/** Of root 9: the second has a name that root 1 has as well. */
let own: number;
let namesake: number;

/** 91 in root 9 itself, 92 and 93 three groups below, 94 there too and with nothing that could lapse. */
const PROJECTS = [91, 92, 93, 94];

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await w.group(2, 1);
  await w.group(5, null);
  await w.group(9, null);
  for (const id of [10, 11, 12]) await w.group(id, id - 1);
  const { table } = w.env;
  await flatGroup(table, [9], [91]);
  await flatGroup(table, [12, 11, 10, 9], [92, 93, 94]);
  await customProfiles(table, 1, 1, { name: 'Strict' });
  [own = 0] = await customProfiles(table, 9, 1, { name: 'Quick' });
  [namesake = 0] = await customProfiles(table, 9, 1, { name: 'strict' });
  await w.accepted({ projectIds: [91, 92] });
  await w.accepted({ projectIds: [91, 92, 93], profile: { id: namesake } });
  await w.accepted({ projectIds: [92], profile: { id: own } });
});

/** Root 9 becomes a child of group 2. Answers the id of the re-home, at its end. */
async function join(): Promise<string> {
  w.env.clock.advance(1_000);
  await w.event('GroupTransferredEvent', { group_id: 9, new_root_namespace_id: 1, new_parent_id: 2 });
  await w.drain();
  return (await readNode(w.env.table, groupRef(9)))?.transfer?.operationId ?? '';
}

/** Names of what a project holds, by the profiles of root 1. */
async function names(projectId: number): Promise<readonly (string | undefined)[]> {
  const ids = await heldBy(w.env.table, projectId);
  const profiles = await getProfiles(w.env.table, 1, ids);
  return ids.map((id) => profiles.get(id)?.name).toSorted();
}

async function namesOfRoot1(): Promise<readonly string[]> {
  return (await listProfiles(w.env.table, 1)).map(({ name }) => name).toSorted();
}

const RECOMMENDED = 'Secret Detection (default)';
const ADOPTED = [[RECOMMENDED, 'strict (2)'], ['Quick', RECOMMENDED, 'strict (2)'], ['strict (2)'], []];

async function expectAdopted(): Promise<void> {
  expect(await Promise.all(PROJECTS.map(names))).toEqual(ADOPTED);
  expect(await namesOfRoot1()).toEqual(['Quick', RECOMMENDED, 'Strict', 'strict (2)']);
}

describe('adopting what lapsed when a root became a child of another', () => {
  it('makes it again under the new root: its own recommended profiles, copies of the others under free names', async () => {
    const rehome = await join();
    expect(await heldByAll(w.env.table, PROJECTS)).toEqual([[], [], [], []]);
    const operation = await w.ended(await w.adopt(rehome));
    expect(operation).toMatchObject({
      rootId: 1,
      status: 'SUCCEEDED',
      groupIds: [9],
      totals: { applied: 3, unchanged: 0, skipped: 0, failed: 0 },
      expectedProjects: 3,
      change: { kind: 'ADOPT', of: rehome },
    });
    await expectAdopted();
    await expectTruth(w.env.table, operation.id, PROJECTS);
    expect(await w.visible(92)).toEqual(['SAST', 'SAST', 'SECRET_DETECTION']);
    const copies = await listProfiles(w.env.table, 1);
    const original = (await getProfiles(w.env.table, 9, [own])).get(own);
    const copy = copies.find(({ name }) => name === 'Quick');
    expect(copy).toMatchObject({ scanType: original?.scanType, triggers: original?.triggers, rootId: 1 });
  });

  it('can be previewed, which makes no profile, and the preview applied', async () => {
    const rehome = await join();
    const before = await projectItems(w.env.table);
    const preview = await w.ended(await w.adopt(rehome, { dryRun: true }));
    expect(preview).toMatchObject({ status: 'PREVIEWED', totals: { applied: 3 } });
    expect(await projectItems(w.env.table)).toEqual(before);
    expect(await namesOfRoot1()).toEqual(['Strict']);
    expect((await recordsOf(w.env.table, preview.id)).get(92)?.effect.made).toHaveLength(3);

    await w.accepted({ projectIds: [91], profile: { template: 'sast' } });
    const applied = await w.ended(await w.apply(preview.id));
    expect(await outcomesOf(w.env.table, applied.id)).toEqual({
      91: 'SKIPPED/CHANGED_SINCE_PREVIEW',
      92: 'APPLIED',
      93: 'APPLIED',
    });
    expect(await names(92)).toEqual(ADOPTED[1]);
    expect(await names(91)).toEqual(['SAST (default)']);
  });

  it('twice is once: neither a second copy nor a second attachment', async () => {
    const rehome = await join();
    await w.ended(await w.adopt(rehome));
    const items = await projectItems(w.env.table);
    const second = await w.ended(await w.adopt(rehome));
    expect(second.totals).toEqual({ applied: 0, unchanged: 3, skipped: 0, failed: 0 });
    expect(await projectItems(w.env.table)).toEqual(items);
    await expectAdopted();
  });

  it('by many at once is once', async () => {
    const rehome = await join();
    const answers = await Promise.all(Array.from({ length: 5 }, async () => w.adopt(rehome)));
    await w.drain();
    expect(answers.map(({ result }) => result)).toEqual(Array.from({ length: 5 }, () => 'ACCEPTED'));
    await expectAdopted();
  });

  it('can be undone', async () => {
    const operation = await w.ended(await w.adopt(await join()));
    const undone = await w.ended(await w.undo(operation.id));
    expect(undone.totals).toMatchObject({ applied: 3, skipped: 0, failed: 0 });
    expect(await heldByAll(w.env.table, PROJECTS)).toEqual([[], [], [], []]);
  });

  it('leaves a project untouched that would hold more than ten, and can be retried', async () => {
    const rehome = await join();
    const ids = await customProfiles(w.env.table, 1, 8);
    for (const id of ids) await w.accepted({ projectIds: [92], profile: { id } });
    const operation = await w.ended(await w.adopt(rehome));
    expect(operation.status).toBe('PARTIAL');
    expect(await outcomesOf(w.env.table, operation.id)).toEqual({
      91: 'APPLIED',
      92: 'FAILED/LIMIT_REACHED',
      93: 'APPLIED',
    });
    expect(await heldBy(w.env.table, 92)).toEqual(ids);
    await w.accepted({ kind: 'DETACH', projectIds: [92], profile: { id: ids[0] ?? 0 } });
    const retried = await w.ended(await w.retry(operation.id));
    expect(await outcomesOf(w.env.table, retried.id)).toEqual({ 92: 'APPLIED' });
    expect(await heldBy(w.env.table, 92)).toHaveLength(10);
  });

  it('reaches a project wherever it is in the new root, and leaves one that went to a third, or is gone', async () => {
    const rehome = await join();
    w.env.clock.advance(1_000);
    await w.event('ProjectTransferredEvent', { project_id: 91, new_namespace_id: 1 });
    await w.event('ProjectTransferredEvent', { project_id: 92, new_namespace_id: 5 });
    await w.event('ProjectDeletedEvent', { project_id: 93, namespace_id: 12 });
    await w.drain();
    const operation = await w.ended(await w.adopt(rehome));
    expect(await outcomesOf(w.env.table, operation.id)).toEqual({
      91: 'APPLIED',
      92: 'SKIPPED/MOVED_TO_ANOTHER_ROOT',
      93: 'SKIPPED/DELETED',
    });
    expect(await names(91)).toEqual(ADOPTED[0]);
  });

  it('gives way to what was decided under the new root since it was accepted', async () => {
    const rehome = await join();
    const answer = await w.adopt(rehome);
    await w.accepted({ kind: 'DETACH', projectIds: [91] });
    await w.ended(answer);
    expect(await names(91)).toEqual(['strict (2)']);
  });

  it('brings back their own to a root that is one again, where an undo does it, not an adoption', async () => {
    const held = await heldByAll(w.env.table, PROJECTS);
    const rehome = await join();
    await w.ended(await w.adopt(rehome));
    w.env.clock.advance(1_000);
    await w.event('GroupTransferredEvent', { group_id: 9, new_root_namespace_id: 9 });
    await w.drain();
    expect(await w.adopt(rehome)).toMatchObject({
      result: 'INVALID_STATE',
      reason: expect.stringMatching(/SUCCEEDED.*undo/),
    });
    await w.ended(await w.undo(rehome));
    expect(await heldByAll(w.env.table, PROJECTS)).toEqual(held);
  });
});

describe('adopt is refused', () => {
  it('for an operation of another kind, and for the re-home of what was no root', async () => {
    const attach = await w.accepted({ projectIds: [91] });
    expect(await w.adopt(attach.id)).toMatchObject({
      result: 'INVALID_STATE',
      reason: expect.stringMatching(/ATTACH.*only the re-home of a top-level group/),
    });
    w.env.clock.advance(1_000);
    await w.event('GroupTransferredEvent', { group_id: 10, new_root_namespace_id: 1, new_parent_id: 2 });
    await w.drain();
    const id = (await readNode(w.env.table, groupRef(10)))?.transfer?.operationId ?? '';
    expect(await w.adopt(id)).toMatchObject({
      result: 'INVALID_STATE',
      reason: expect.stringMatching(/REHOME/),
    });
  });

  it('while the re-home runs', async () => {
    w.env.clock.advance(1_000);
    await w.event('GroupTransferredEvent', { group_id: 9, new_root_namespace_id: 1, new_parent_id: 2 });
    const id = (await readNode(w.env.table, groupRef(9)))?.transfer?.operationId ?? '';
    expect(await w.adopt(id)).toMatchObject({
      result: 'INVALID_STATE',
      reason: expect.stringMatching(/PENDING.*wait/),
    });
    expect(await namesOfRoot1()).toEqual(['Strict']);
  });

  it('to who administers the old root and not the new one, alike for what is absent', async () => {
    await w.event('MemberAddedEvent', { user_id: 'former', access_level: 50, group_id: 9 });
    const rehome = await join();
    expect(await w.adopt(rehome, { actor: 'former' })).toEqual({ result: 'DENIED' });
    expect(await w.adopt('absent', { actor: 'former' })).toEqual({ result: 'DENIED' });
    await w.event('MemberAddedEvent', { user_id: 'host', access_level: 40, group_id: 1 });
    const answer = await w.adopt(rehome, { actor: 'host' });
    expect(answer).toMatchObject({ result: 'ACCEPTED', operation: { actor: 'host' } });
  });
});
