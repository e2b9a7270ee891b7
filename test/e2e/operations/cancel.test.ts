import { beforeAll, expect, it } from 'vitest';
import { readProjects } from '../../../shared/storage/nodes.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { callsOf } from '../support/calls.ts';
import { groupGid, type Operations, operationsOf, profileGid } from '../support/operations.ts';
import { shared } from '../support/shared-stack.ts';
import { type PlantedTree, plantTree } from '../support/tree.ts';

const FULL = Array.from({ length: 20 }, (_, index) => `cancel/a-full/project-${index}`);
const REST = Array.from({ length: 6_000 }, (_, index) => `cancel/b-rest/project-${index}`);

let tree: PlantedTree;
let owner: Operations;

beforeAll(async () => {
  owner = operationsOf(shared, 'cancel-owner');
  tree = await plantTree(shared, {
    projects: [...FULL, ...REST],
    members: { 'cancel-owner': { cancel: 50 } },
  });
});

/** How many projects hold anything. */
async function holding(paths: readonly string[]): Promise<number> {
  const ids = paths.flatMap((path) => tree.projects.get(path) ?? []);
  const projects = [...(await readProjects(shared.table, ids)).values()];
  return projects.filter(({ state }) => Object.keys(state.attachments).length > 0).length;
}

it('what is cancelled stops, says exactly what it did, and is undone to what was before', async () => {
  const attach = await owner.start('attachSecurityScanProfile', {
    securityScanProfileId: profileGid('sast'),
    groupIds: [groupGid(tree.groups.get('cancel/b-rest'))],
  });
  await owner.start('cancelSecurityScanProfileOperation', { id: attach.id });
  const cancelled = await owner.ended(attach.id);
  expect(cancelled).toMatchObject({ status: 'CANCELLED', stopReason: 'CANCELLED_BY_USER' });
  expect(cancelled.totals.applied).toBeLessThan(REST.length);
  expect(await holding(REST)).toBe(cancelled.totals.applied);
  const undo = await owner.run('undoSecurityScanProfileOperation', { id: attach.id });
  expect(undo.totals).toMatchObject({ applied: cancelled.totals.applied, failed: 0 });
  expect(await holding(REST)).toBe(0);
});

it('an operation stops by itself where more fail than it was told', async () => {
  const calls = callsOf(shared, 'cancel-owner');
  const profiles = await customProfiles(shared.table, tree.groups.get('cancel') ?? 0, 10);
  for (const id of profiles)
    await calls.attach(id, { projects: FULL.map((path) => tree.projects.get(path)) });
  const attach = await owner.run('attachSecurityScanProfile', {
    securityScanProfileId: profileGid('sast'),
    projectIds: FULL.map((path) => `gid://gitlab/Project/${tree.projects.get(path)}`),
    groupIds: [groupGid(tree.groups.get('cancel/b-rest'))],
    failureThresholdPercent: 0,
  });
  expect(attach.totals.failed).toBe(20);
  expect(attach).toMatchObject({ status: 'CANCELLED', stopReason: 'FAILURE_THRESHOLD' });
  expect(attach.totals.projects).toBeLessThan(FULL.length + REST.length);
  expect(await holding(REST)).toBe(attach.totals.applied);
});
