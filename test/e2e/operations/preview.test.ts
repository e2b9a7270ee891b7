import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { readProjects } from '../../../shared/storage/nodes.ts';
import { listProfiles } from '../../../shared/storage/profiles.ts';
import { groupGid, type Operations, operationsOf, profileGid, projectGid } from '../support/operations.ts';
import { shared } from '../support/shared-stack.ts';
import { type PlantedTree, plantTree } from '../support/tree.ts';

const PATHS = Array.from({ length: 620 }, (_, index) => `preview/team/project-${index}`);
const FIRST = 'preview/team/project-0';

let tree: PlantedTree;
let owner: Operations;

beforeAll(async () => {
  owner = operationsOf(shared, 'preview-owner');
  tree = await plantTree(shared, {
    projects: [...PATHS, 'preview/late/one'],
    members: { 'preview-owner': { preview: 50 } },
  });
});

async function statesOf(): Promise<readonly unknown[]> {
  const projects = await readProjects(shared.table, [...tree.projects.values()]);
  return [...projects].toSorted(([one], [other]) => one - other).map(([id, { state }]) => [id, state]);
}

it('a preview of 620 projects writes nothing, and applying it does exactly that', async () => {
  const input = {
    securityScanProfileId: profileGid('sast'),
    groupIds: [groupGid(tree.groups.get('preview/team'))],
  };
  const before = await statesOf();
  const preview = await owner.run('attachSecurityScanProfile', { ...input, dryRun: true });
  expect(preview).toMatchObject({
    status: 'PREVIEWED',
    dryRun: true,
    totals: { projects: 620, applied: 620, failed: 0 },
  });
  const results = await owner.results(preview.id);
  expect(new Set(results.map(({ project }) => project?.fullPath))).toEqual(new Set(PATHS));
  expect(results[0]).toMatchObject({ outcome: 'APPLIED', before: [], after: [{ scanType: 'SAST' }] });
  expect(await statesOf()).toEqual(before);
  expect(await listProfiles(shared.table, tree.groups.get('preview') ?? 0)).toEqual([]);

  // One changes after the preview, and one comes to the group.
  const changed = tree.projects.get(FIRST);
  await owner.run('attachSecurityScanProfile', {
    securityScanProfileId: profileGid('secret_detection'),
    projectIds: [projectGid(changed)],
  });
  const late = tree.projects.get('preview/late/one');
  await shared.putEvents({
    detailType: 'ProjectTransferredEvent',
    detail: {
      project_id: late,
      old_namespace_id: tree.groups.get('preview/late'),
      old_root_namespace_id: tree.groups.get('preview'),
      new_namespace_id: tree.groups.get('preview/team'),
      new_root_namespace_id: tree.groups.get('preview'),
    },
  });

  const applied = await owner.run('applySecurityScanProfileOperation', { id: preview.id });
  expect(applied).toMatchObject({
    status: 'SUCCEEDED',
    previewOf: { id: preview.id },
    expectedProjects: 620,
    totals: { projects: 620, applied: 619, skipped: 1 },
  });
  expect(await owner.results(applied.id, { outcome: 'SKIPPED' })).toMatchObject([
    { project: { fullPath: FIRST }, code: 'CHANGED_SINCE_PREVIEW', retryable: false },
  ]);
  const states = await readProjects(shared.table, [changed ?? 0, late ?? 0]);
  expect([...states.values()].map(({ state }) => Object.keys(state.attachments).length).toSorted()).toEqual([
    0, 1,
  ]);
});

it('a preview of named projects is there with the answer, with a line for each that would fail', async () => {
  const { data, errors } = await owner.send('detachSecurityScanProfile', {
    securityScanProfileId: profileGid('dependency_scanning'),
    projectIds: [projectGid(tree.projects.get(FIRST))],
    dryRun: true,
  });
  expect(errors).toEqual([]);
  const payload = z.object({
    done: z.object({ operation: z.object({ status: z.string(), kind: z.string() }) }),
  });
  expect(payload.parse(data).done.operation).toEqual({ status: 'PREVIEWED', kind: 'DETACH' });
});
