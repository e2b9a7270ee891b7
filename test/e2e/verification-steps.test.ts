import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { groupRef } from '../../shared/domain/node.ts';
import { readNode } from '../../shared/storage/nodes.ts';
import { type Calls, callsOf } from './support/calls.ts';
import { eventually } from './support/eventually.ts';
import { shared } from './support/shared-stack.ts';
import { type PlantedTree, plantTree } from './support/tree.ts';

/** The twelve verification steps of the first phase's plan, each through HTTP, the bundled functions and the real engine. */
let tree: PlantedTree;
let root: string;
let owner: Calls;
let count = 0;

beforeAll(() => {
  owner = callsOf(shared, 'step-owner');
});

beforeEach(async () => {
  count += 1;
  root = `steps-${count}`;
  tree = await plantTree(shared, {
    projects: [
      `${root}/top`,
      `${root}/sub/one`,
      `${root}/sub/two`,
      `${root}/sub/deep/three`,
      `${root}-other/four`,
    ],
    groups: [`${root}-other/new`],
    members: {
      'step-owner': { [root]: 50, [`${root}-other`]: 50 },
      'step-developer': { [root]: 30 },
      'step-reporter': { [root]: 20 },
    },
  });
});

const SECRET_DETECTION = {
  name: 'Secret Detection (default)',
  scanType: 'SECRET_DETECTION',
  triggers: ['GIT_PUSH_EVENT', 'DEFAULT_BRANCH_PIPELINE', 'MERGE_REQUEST_PIPELINE'],
};

function project(path: string): number | undefined {
  return tree.projects.get(`${root}/${path}`);
}

function group(path: string): number | undefined {
  return tree.groups.get(path);
}

async function scanTypes(path: string): Promise<readonly string[] | undefined> {
  return (await owner.attached(path))?.map(({ scanType }) => scanType);
}

describe('verify', () => {
  it('1: the mutation attaches an existing profile to individual projects', async () => {
    await owner.attach('SecretDetection', { projects: [project('top')] });
    const [existing] = (await owner.attached(`${root}/top`)) ?? [];
    const id = existing?.id.split('/').at(-1) ?? '';
    expect(id).toMatch(/^\d+$/);
    const { errors, operation } = await owner.attach(id, {
      projects: [project('sub/one'), project('sub/two')],
    });
    expect(errors).toEqual([]);
    expect(operation).toMatchObject({
      kind: 'ATTACH',
      status: 'SUCCEEDED',
      totals: { projects: 2, applied: 2 },
    });
    expect(await owner.attached(`${root}/sub/one`)).toEqual([existing]);
    expect(await scanTypes(`${root}/sub/deep/three`)).toEqual([]);
  });

  it('2: a template identifier creates a new recommended profile, with its triggers', async () => {
    const before = await owner.available(root);
    expect(before?.map(({ id }) => id)).toContain('gid://gitlab/Security::ScanProfile/secret_detection');
    await owner.attach('SecretDetection', { projects: [project('top')] });
    const [created] = (await owner.attached(`${root}/top`)) ?? [];
    expect(created).toMatchObject(SECRET_DETECTION);
    expect(created?.id).toMatch(/\/\d+$/);
  });

  it('3: the mutation handles a mixed selection of projects and groups', async () => {
    const { operation } = await owner.attach('sast', {
      projects: [project('top')],
      groups: [group(`${root}/sub/deep`)],
    });
    expect(await scanTypes(`${root}/top`)).toEqual(['SAST']);
    expect(await owner.ended(operation.id)).toMatchObject({ totals: { projects: 2, applied: 2 } });
    expect(await scanTypes(`${root}/sub/deep/three`)).toEqual(['SAST']);
    expect(await scanTypes(`${root}/sub/one`)).toEqual([]);
  });

  it('4: a group is enqueued, and the projects in its subgroups are processed asynchronously', async () => {
    const { operation } = await owner.attach('sast', { groups: [group(root)] });
    expect(operation.status).toBe('PENDING');
    expect(await owner.ended(operation.id)).toMatchObject({
      status: 'SUCCEEDED',
      totals: { projects: 4, applied: 4 },
    });
    expect(await scanTypes(`${root}/sub/deep/three`)).toEqual(['SAST']);
  });

  it('5: the worker batches over projects and takes attached profiles as done', async () => {
    await owner.attach('sast', { projects: [project('sub/one')] });
    const first = await owner.attach('sast', { groups: [group(root)] });
    expect(await owner.ended(first.operation.id)).toMatchObject({
      totals: { applied: 3, unchanged: 1, failed: 0 },
    });
    const again = await owner.attach('sast', { groups: [group(root)] });
    expect(await owner.ended(again.operation.id)).toMatchObject({
      totals: { applied: 0, unchanged: 4, failed: 0 },
    });
  });

  it('6: available profiles of a group are those of the database where they exist', async () => {
    await owner.attach('sast', { projects: [project('top')] });
    const [persisted] = (await owner.attached(`${root}/top`)) ?? [];
    for (const path of [root, `${root}/sub/deep`]) {
      const available = await owner.available(path);
      expect(available?.[0]).toEqual(persisted);
      expect(available?.filter(({ scanType }) => scanType === 'SAST')).toHaveLength(1);
    }
  });

  it('7: available profiles of a group are templates where no profile exists', async () => {
    const available = await owner.available(`${root}/sub`);
    expect(available?.map(({ id }) => id.split('/').at(-1)).toSorted()).toEqual([
      'dependency_scanning',
      'dependency_scanning_post_processing',
      'sast',
      'secret_detection',
      'triage_and_remediation_conservative',
      'triage_and_remediation_proactive',
      'triage_and_remediation_standard',
    ]);
    expect(available).toContainEqual(expect.objectContaining(SECRET_DETECTION));
  });

  it('8: attached profiles of a project are those that are attached, and no longer when they are detached', async () => {
    await owner.attach('sast', { projects: [project('top')] });
    await owner.attach('secret_detection', { projects: [project('top')] });
    expect(await scanTypes(`${root}/top`)).toEqual(['SAST', 'SECRET_DETECTION']);
    const { operation } = await owner.detach('sast', { projects: [project('top')] });
    expect(operation).toMatchObject({ kind: 'DETACH', totals: { applied: 1 } });
    expect(await scanTypes(`${root}/top`)).toEqual(['SECRET_DETECTION']);
  });

  it('9: a project that is transferred to another root loses the old root’s profiles', async () => {
    await owner.attach('sast', { projects: [project('top'), project('sub/one')] });
    await shared.putEvents({
      detailType: 'ProjectTransferredEvent',
      detail: {
        project_id: project('top'),
        old_namespace_id: group(root),
        old_root_namespace_id: group(root),
        new_namespace_id: group(`${root}-other/new`),
        new_root_namespace_id: group(`${root}-other`),
      },
    });
    await eventually(async () => expect(await owner.attached(`${root}-other/new/top`)).toEqual([]));
    expect(await owner.attached(`${root}/top`)).toBeNull();
    expect(await scanTypes(`${root}/sub/one`)).toEqual(['SAST']);
  });

  it('10: a group that is transferred to another root loses the old root’s profiles on all projects', async () => {
    const { operation } = await owner.attach('sast', { groups: [group(root)] });
    await owner.ended(operation.id);
    await owner.attach('secret_detection', { projects: [project('sub/one')] });
    await shared.putEvents({
      detailType: 'Groups::GroupTransferedEvent',
      detail: {
        group_id: group(`${root}/sub`),
        old_root_namespace_id: group(root),
        new_root_namespace_id: group(`${root}-other`),
      },
    });
    for (const path of ['one', 'two', 'deep/three']) {
      await eventually(async () => expect(await owner.attached(`${root}-other/sub/${path}`)).toEqual([]));
    }
    expect(await scanTypes(`${root}/top`)).toEqual(['SAST']);
    const moved = await readNode(shared.table, groupRef(group(`${root}/sub`) ?? 0));
    const rehome = moved?.transfer?.operationId ?? '';
    expect(await owner.ended(rehome)).toMatchObject({ kind: 'REHOME', totals: { applied: 3 } });
    expect(await owner.removed(rehome)).toEqual([
      [`${root}-other/sub/one`, 'SAST', 'SECRET_DETECTION'],
      [`${root}-other/sub/two`, 'SAST'],
      [`${root}-other/sub/deep/three`, 'SAST'],
    ]);
    const [unseen] = await callsOf(shared, 'step-developer').removed(rehome);
    expect(unseen).toEqual([null, 'SAST', 'SECRET_DETECTION']);
  });

  it('11: admin_security_profiles is required to attach', async () => {
    const input = {
      securityScanProfileId: 'gid://gitlab/Security::ScanProfile/SecretDetection',
      projectIds: [`gid://gitlab/Project/${project('top')}`],
    };
    const mutation =
      'mutation ($input: AttachSecurityScanProfileInput!) { attachSecurityScanProfile(input: $input) { errors } }';
    const { status, data, errors } = await shared.graphql('step-developer', mutation, { input });
    expect(status).toBe(200);
    expect(data).toEqual({ attachSecurityScanProfile: null });
    expect(errors.map(({ message }) => message)).toEqual([
      "The resource that you are attempting to access does not exist or you don't have permission to perform this action",
    ]);
    expect(await scanTypes(`${root}/top`)).toEqual([]);
  });

  it('12: read_security_profiles is required to query profile fields', async () => {
    const query = `query ($group: ID!, $project: ID!) {
      group(fullPath: $group) { name availableSecurityScanProfiles { id } }
      project(fullPath: $project) { name attachedSecurityScanProfiles { id } }
    }`;
    const variables = { group: root, project: `${root}/top` };
    const { data, errors } = await shared.graphql('step-reporter', query, variables);
    expect(data).toEqual({
      group: { name: root, availableSecurityScanProfiles: null },
      project: { name: 'top', attachedSecurityScanProfiles: null },
    });
    expect(errors.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([
      [['group', 'availableSecurityScanProfiles'], 'FORBIDDEN'],
      [['project', 'attachedSecurityScanProfiles'], 'FORBIDDEN'],
    ]);
    expect((await shared.graphql('step-developer', query, variables)).errors).toEqual([]);
  });
});
