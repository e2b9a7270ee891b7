import { beforeAll, describe, expect, it } from 'vitest';
import { customProfiles } from '../../support/custom-profiles.ts';
import { type Calls, callsOf } from '../support/calls.ts';
import { groupGid, type Operations, operationsOf, profileGid, projectGid } from '../support/operations.ts';
import { shared } from '../support/shared-stack.ts';
import { type PlantedTree, plantTree } from '../support/tree.ts';

const CROWD = Array.from({ length: 700 }, (_, index) => `modes/crowd/project-${index}`);

let tree: PlantedTree;
let calls: Calls;
let owner: Operations;

beforeAll(async () => {
  calls = callsOf(shared, 'modes-owner');
  owner = operationsOf(shared, 'modes-owner');
  tree = await plantTree(shared, {
    projects: [
      ...CROWD,
      ...['append', 'set', 'replace', 'fill'].flatMap((mode) => [
        `modes/${mode}/covered`,
        `modes/${mode}/bare`,
      ]),
    ],
    members: { 'modes-owner': { modes: 50 } },
  });
});

describe('an attach to a project that holds another profile of the scan type, and to one that holds none', () => {
  it.each([
    ['APPEND', 'append', ['Other', 'SAST (default)'], ['SAST (default)']],
    ['SET', 'set', ['SAST (default)'], ['SAST (default)']],
    ['REPLACE', 'replace', ['SAST (default)'], []],
    ['FILL_PROFILE_GAPS', 'fill', ['Other'], ['SAST (default)']],
  ])('in mode %s', async (mode, group, covered, bare) => {
    const root = tree.groups.get('modes') ?? 0;
    const [other = 0] = await customProfiles(shared.table, root, 1, { name: `Other ${mode}` });
    await calls.attach(other, { projects: [tree.projects.get(`modes/${group}/covered`)] });
    const held = async (path: string): Promise<readonly string[]> => {
      const profiles = (await calls.attached(`modes/${group}/${path}`)) ?? [];
      return profiles.map(({ name }) => name.replace(` ${mode}`, '')).toSorted();
    };
    const attach = await owner.run('attachSecurityScanProfile', {
      securityScanProfileId: profileGid('sast'),
      groupIds: [groupGid(tree.groups.get(`modes/${group}`))],
      mode,
    });
    expect([await held('covered'), await held('bare')]).toEqual([covered, bare]);
    await owner.run('undoSecurityScanProfileOperation', { id: attach.id });
    expect([await held('covered'), await held('bare')]).toEqual([['Other'], []]);
  });

  it('in mode FILL_SCAN_GAPS leaves out what something else is known to scan', async () => {
    const { errors } = await shared.graphql(
      'modes-owner',
      `mutation ($projectId: ProjectID!) {
        reportSecurityScan(input: {
          projectId: $projectId, scanType: SAST, external: true, trigger: DEFAULT_BRANCH_PIPELINE, result: SUCCESS, buildId: "1"
        }) { errors }
      }`,
      { projectId: projectGid(tree.projects.get('modes/append/bare')) },
    );
    expect(errors).toEqual([]);
    const attach = await owner.run('attachSecurityScanProfile', {
      securityScanProfileId: profileGid('sast'),
      projectIds: ['modes/append/bare', 'modes/set/bare'].map((path) => projectGid(tree.projects.get(path))),
      mode: 'FILL_SCAN_GAPS',
    });
    expect(attach.totals).toMatchObject({ applied: 1, unchanged: 1 });
    expect(await calls.attached('modes/append/bare')).toEqual([]);
    await owner.run('undoSecurityScanProfileOperation', { id: attach.id });
  });
});

it('of an attach and a detach that cross on 700 projects the one asked for last stands on every one', async () => {
  const target = {
    securityScanProfileId: profileGid('secret_detection'),
    groupIds: [groupGid(tree.groups.get('modes/crowd'))],
  };
  const attach = await owner.start('attachSecurityScanProfile', target);
  const detach = await owner.start('detachSecurityScanProfile', target);
  await Promise.all([owner.ended(attach.id), owner.ended(detach.id)]);
  for (const path of CROWD.slice(0, 3)) expect(await calls.attached(path)).toEqual([]);
  const preview = await owner.run('detachSecurityScanProfile', { ...target, dryRun: true });
  expect(preview.totals).toMatchObject({ projects: 700, applied: 0, unchanged: 700 });
});
