import { expect, it } from 'vitest';
import { deleteProfile } from '../../../shared/pipeline/profiles/delete-profile.ts';
import { listLog } from '../../../shared/storage/operation-log.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { letHold } from '../../support/flat-group.ts';
import { heldBy, recordsOf } from '../../support/operation-records.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('ENGINE');

/** Root 1, and root 3 with group 32 and projects 31 and 33, which hold the profile of 3; 33 is in group 32. */
async function newWorld(): Promise<{ readonly w: World; readonly profile: number }> {
  const w = world(testEnvironment(await newTable()));
  for (const root of [1, 3]) await w.group(root, null);
  await w.group(32, 3);
  await w.project(31, 3);
  await w.project(33, 32);
  const [profile = 0] = await customProfiles(w.env.table, 3, 1);
  await letHold(w.env.table, 3, [31, 33], [profile]);
  return { w, profile };
}

/** Root 3 becomes a subgroup of 1, and its re-home waits. */
async function joined(w: World): Promise<string> {
  const roots = { old_root_namespace_id: 3, new_root_namespace_id: 1 };
  await w.event('GroupTransferredEvent', { group_id: 3, ...roots, new_parent_id: 1 });
  w.env.clock.advance(2_000);
  const [entry] = (await listLog(w.env.table, 3, { limit: 1 })).entries;
  return entry?.operationId ?? '';
}

const WITHIN = {
  old_namespace_id: 3,
  old_root_namespace_id: 1,
  new_namespace_id: 1,
  new_root_namespace_id: 1,
};

it('a project that leaves a group before its re-home comes by is re-homed and recorded all the same', async () => {
  const { w, profile } = await newWorld();
  const rehome = await joined(w);
  await w.event('ProjectTransferredEvent', { project_id: 31, ...WITHIN });
  await w.drain();
  expect(await heldBy(w.env.table, 31)).toEqual([]);
  expect((await recordsOf(w.env.table, rehome)).get(31)?.effect.removed).toEqual([profile]);
  // What lapsed can be made good.
  await w.ended(await w.adopt(rehome));
  expect(await w.visible(31)).toEqual(['SAST']);
});

it('so are the projects of a group that leaves it', async () => {
  const { w, profile } = await newWorld();
  const rehome = await joined(w);
  const roots = { old_root_namespace_id: 1, new_root_namespace_id: 1 };
  await w.event('GroupTransferredEvent', { group_id: 32, ...roots, old_parent_id: 3, new_parent_id: 1 });
  await w.drain();
  expect(await heldBy(w.env.table, 33)).toEqual([]);
  expect((await recordsOf(w.env.table, rehome)).get(33)?.effect.removed).toEqual([profile]);
});

it('one that has left twice, too', async () => {
  const { w } = await newWorld();
  await w.group(12, 1);
  const rehome = await joined(w);
  await w.event('ProjectTransferredEvent', { project_id: 31, ...WITHIN });
  w.env.clock.advance(2_000);
  await w.event('ProjectTransferredEvent', {
    project_id: 31,
    old_namespace_id: 1,
    old_root_namespace_id: 1,
    new_namespace_id: 12,
    new_root_namespace_id: 1,
  });
  await w.drain();
  expect(await heldBy(w.env.table, 31)).toEqual([]);
  expect((await w.operation(rehome)).status).toBe('SUCCEEDED');
});

it('a project that was re-homed in passing, and left for a third root before the re-home came by, is in its record', async () => {
  const { w, profile } = await newWorld();
  await w.group(5, null);
  const rehome = await joined(w);
  const sent = w.env.attachQueue.messages.splice(0);
  // Under the new root it is first re-homed, in the name of the operation that will not find it any more.
  await w.accepted({ projectIds: [31] });
  await w.event('ProjectTransferredEvent', {
    project_id: 31,
    old_namespace_id: 3,
    old_root_namespace_id: 1,
    new_namespace_id: 5,
    new_root_namespace_id: 5,
  });
  w.env.attachQueue.messages.push(...sent);
  await w.drain();
  expect((await recordsOf(w.env.table, rehome)).get(31)).toMatchObject({
    outcome: 'APPLIED',
    effect: { removed: [profile] },
  });
  expect(await heldBy(w.env.table, 31)).toEqual([]);
});

it('a project that was away while its profile was deleted holds nothing once it is back', async () => {
  const { w, profile } = await newWorld();
  await w.event('ProjectTransferredEvent', {
    project_id: 31,
    old_namespace_id: 3,
    old_root_namespace_id: 3,
    new_namespace_id: 1,
    new_root_namespace_id: 1,
  });
  const late = w.env.attachQueue.messages.splice(0);
  await deleteProfile(w.env, { actor: 'owner', id: { id: profile }, dryRun: false });
  await w.drain();
  w.env.clock.advance(5_000);
  await w.event('ProjectTransferredEvent', {
    project_id: 31,
    old_namespace_id: 1,
    old_root_namespace_id: 1,
    new_namespace_id: 3,
    new_root_namespace_id: 3,
  });
  w.env.attachQueue.messages.push(...late);
  await w.drain();
  expect(await heldBy(w.env.table, 31)).toEqual([]);
});
