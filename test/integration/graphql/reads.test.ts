import * as z from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import type { TestApi } from '../../support/graphql-api.ts';
import { startDeepTree } from './support/deep-tree.ts';
import { member } from './support/members.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startDeepTree();
});
afterAll(async () => {
  await api.stop();
});

describe('what a caller may see', () => {
  const both =
    '{ group(fullPath: "group-1/group-2") { id } project(fullPath: "group-1/group-2/group-3/project-30") { id } }';
  const group = { id: 'gid://gitlab/Group/2' };
  const project = { id: 'gid://gitlab/Project/30' };

  it.each([
    ['a member of the group above', 'owner', { group, project }],
    ['a member of the group', 'above', { group, project }],
    ['a member of a group below sees that one only', 'below', { group: null, project }],
    ['a member of a project sees that one only', 'visitor', { group: null, project }],
    ['nobody else sees anything', 'outsider', { group: null, project: null }],
  ])('%s', async (_name, user, expected) => {
    expect(await api.ask(both, { user })).toMatchObject({ errors: [], data: expected });
  });

  it('is found by its path in any case, and by no other', async () => {
    const paths = [
      'GROUP-1/Group-2',
      'group-1/',
      '/group-1',
      'group-1//group-2',
      '',
      'group-1/project-10',
      'nowhere',
      'x'.repeat(5_000),
      '#',
      'group-1/group-2#',
    ];
    const query = `query(${paths.map((_, i) => `$p${i}: ID!`).join(' ')}) { ${paths.map((_, i) => `g${i}: group(fullPath: $p${i}) { id }`).join(' ')} }`;
    const answer = await api.ask(query, {
      variables: Object.fromEntries(paths.map((path, i) => [`p${i}`, path])),
    });
    expect(answer.errors).toEqual([]);
    expect(Object.values(z.record(z.string(), z.unknown()).parse(answer.data))).toEqual([
      group,
      ...paths.slice(1).map(() => null),
    ]);
  });

  it('ends where the caller is no member: parents and roots above are null', async () => {
    const query = `{ project(fullPath: "group-1/group-2/group-3/project-30") { fullPath group { id fullPath parent { id } rootAncestor { id } } } }`;
    expect(await api.ask(query, { user: 'below' })).toMatchObject({
      errors: [],
      data: {
        project: {
          fullPath: 'group-1/group-2/group-3/project-30',
          group: {
            id: 'gid://gitlab/Group/3',
            fullPath: 'group-1/group-2/group-3',
            parent: null,
            rootAncestor: null,
          },
        },
      },
    });
    expect(await api.ask(query, { user: 'visitor' })).toMatchObject({
      errors: [],
      data: { project: { group: null } },
    });
  });

  it('has a name, a path and a place', async () => {
    const query =
      '{ group(fullPath: "group-1/group-2") { id name path fullPath parent { id } rootAncestor { id parent { id } rootAncestor { id } } } }';
    const root = { id: 'gid://gitlab/Group/1' };
    expect((await api.ask(query)).data).toEqual({
      group: {
        id: 'gid://gitlab/Group/2',
        name: 'group-2',
        path: 'group-2',
        fullPath: 'group-1/group-2',
        parent: root,
        rootAncestor: { ...root, parent: null, rootAncestor: root },
      },
    });
  });
});

describe('permissions', () => {
  it.each([
    ['guest', false, false],
    ['planner', false, false],
    ['reporter', false, false],
    ['securityManager', true, true],
    ['developer', true, false],
    ['maintainer', true, true],
    ['owner', true, true],
  ] as const)('of a %s of the root', async (level, readSecurityScanProfiles, applySecurityScanProfiles) => {
    await member(api, level, groupRef(9), level);
    const userPermissions = { readSecurityScanProfiles, applySecurityScanProfiles };
    const fields = 'userPermissions { readSecurityScanProfiles applySecurityScanProfiles }';
    const query = `{ group(fullPath: "group-9") { ${fields} } project(fullPath: "group-9/project-90") { ${fields} } }`;
    expect((await api.ask(query, { user: level })).data).toEqual({
      group: { userPermissions },
      project: { userPermissions },
    });
  });

  it('to apply are asked of the root, also for what is below', async () => {
    await member(api, 'lead', groupRef(2), 'owner');
    const query =
      '{ group(fullPath: "group-1/group-2") { userPermissions { readSecurityScanProfiles applySecurityScanProfiles } } }';
    expect((await api.ask(query, { user: 'lead' })).data).toEqual({
      group: { userPermissions: { readSecurityScanProfiles: true, applySecurityScanProfiles: false } },
    });
  });

  it('to read are asked of the group or project itself; else the field is null, with an error', async () => {
    const query = `{ project(fullPath: "group-1/group-2/group-3/project-30") { id attachedSecurityScanProfiles { id } securityScanProfiles { id } group { id availableSecurityScanProfiles { id } } } }`;
    const answer = await api.ask(query, { user: 'below' });
    expect(answer.data).toEqual({
      project: {
        id: 'gid://gitlab/Project/30',
        attachedSecurityScanProfiles: null,
        securityScanProfiles: null,
        group: { id: 'gid://gitlab/Group/3', availableSecurityScanProfiles: null },
      },
    });
    expect(answer.errors.map(({ path, extensions }) => ({ path, extensions }))).toEqual([
      { path: ['project', 'attachedSecurityScanProfiles'], extensions: { code: 'FORBIDDEN' } },
      { path: ['project', 'securityScanProfiles'], extensions: { code: 'FORBIDDEN' } },
      { path: ['project', 'group', 'availableSecurityScanProfiles'], extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(await api.ask(query, { user: 'above' })).toMatchObject({ errors: [] });
  });
});
