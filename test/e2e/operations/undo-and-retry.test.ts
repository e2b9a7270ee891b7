import { beforeAll, expect, it } from 'vitest';
import { customProfiles } from '../../support/custom-profiles.ts';
import { type Calls, callsOf } from '../support/calls.ts';
import { groupGid, type Operations, operationsOf, profileGid, projectGid } from '../support/operations.ts';
import { shared } from '../support/shared-stack.ts';
import { type PlantedTree, plantTree } from '../support/tree.ts';

const FULL = ['undo/team/full-1', 'undo/team/full-2'];
const PATHS = [...FULL, ...Array.from({ length: 20 }, (_, index) => `undo/team/project-${index}`)];

let tree: PlantedTree;
let calls: Calls;
let owner: Operations;
let profiles: readonly number[];

/** Two projects hold ten profiles. */
beforeAll(async () => {
  calls = callsOf(shared, 'undo-owner');
  owner = operationsOf(shared, 'undo-owner');
  tree = await plantTree(shared, { projects: PATHS, members: { 'undo-owner': { undo: 50 } } });
  profiles = await customProfiles(shared.table, tree.groups.get('undo') ?? 0, 10);
  for (const id of profiles)
    await calls.attach(id, { projects: FULL.map((path) => tree.projects.get(path)) });
});

it('what failed is retried once there is room, and all of it is undone and done again', async () => {
  const group = groupGid(tree.groups.get('undo/team'));
  const attach = await owner.run('attachSecurityScanProfile', {
    securityScanProfileId: profileGid('secret_detection'),
    groupIds: [group],
  });
  expect(attach).toMatchObject({ status: 'PARTIAL', totals: { projects: 22, applied: 20, failed: 2 } });
  const failed = await owner.results(attach.id, { outcome: 'FAILED' });
  expect(failed.map(({ project }) => project?.fullPath).toSorted()).toEqual(FULL);
  expect(failed[0]).toMatchObject({ code: 'LIMIT_REACHED', retryable: true });
  expect(failed[0]?.before).toHaveLength(10);

  const projectIds = FULL.map((path) => projectGid(tree.projects.get(path)));
  const detach = await owner.run('detachSecurityScanProfile', {
    securityScanProfileId: profileGid(profiles[0] ?? 0),
    projectIds,
  });
  const retry = await owner.run('retrySecurityScanProfileOperation', { id: attach.id });
  expect(retry).toMatchObject({
    status: 'SUCCEEDED',
    retryOf: { id: attach.id },
    totals: { projects: 2, applied: 2 },
  });

  // There is no room for what the detach took, as long as the retried attach stands.
  const tooFull = await owner.run('undoSecurityScanProfileOperation', { id: detach.id });
  expect(tooFull).toMatchObject({ status: 'FAILED', totals: { failed: 2 } });
  await owner.run('undoSecurityScanProfileOperation', { id: retry.id });
  const preview = await owner.run('undoSecurityScanProfileOperation', { id: attach.id, dryRun: true });
  expect(preview).toMatchObject({ status: 'PREVIEWED', totals: { projects: 20, applied: 20 } });
  const undo = await owner.run('applySecurityScanProfileOperation', { id: preview.id });
  expect(undo).toMatchObject({
    kind: 'UNDO',
    status: 'SUCCEEDED',
    undoOf: { id: attach.id },
    totals: { applied: 20 },
  });
  expect(await calls.attached('undo/team/project-7')).toEqual([]);
  await owner.run('undoSecurityScanProfileOperation', { id: undo.id });
  expect(await calls.attached('undo/team/project-7')).toMatchObject([{ scanType: 'SECRET_DETECTION' }]);
});

it('a state that does not allow it is refused by its name; what is not there, in GitLab’s words', async () => {
  const attach = await owner.run('attachSecurityScanProfile', {
    securityScanProfileId: profileGid('sast'),
    projectIds: [projectGid(tree.projects.get('undo/team/project-0'))],
  });
  const retried = await owner.send('retrySecurityScanProfileOperation', { id: attach.id });
  expect(retried.errors).toMatchObject([
    { message: expect.stringContaining('SUCCEEDED'), extensions: { code: 'INVALID_STATE' } },
  ]);
  const cancelled = await owner.send('cancelSecurityScanProfileOperation', { id: attach.id });
  expect(cancelled.errors).toMatchObject([{ extensions: { code: 'INVALID_STATE' } }]);
  const stranger = operationsOf(shared, 'undo-stranger');
  const foreign = await stranger.send('undoSecurityScanProfileOperation', { id: attach.id });
  const absent = await stranger.send('undoSecurityScanProfileOperation', {
    id: '01JDVW0000000000000000000A',
  });
  expect(foreign.errors).toEqual(absent.errors);
  expect(foreign.errors[0]?.message).toContain('does not exist or you don');
});
