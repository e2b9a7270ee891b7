import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { groupRef, projectRef } from '../../../shared/domain/node.ts';
import { operationKey } from '../../../shared/storage/keys.ts';
import { placeNode } from '../../../shared/tree/place-node.ts';
import type { TestApi } from '../../support/graphql-api.ts';
import { member } from './support/members.ts';
import { acted, ADOPT, done, moveGroup, UNDO } from './support/operations.ts';
import { ATTACH, call, DETACH, startSmallTree } from './support/small-tree.ts';

let api: TestApi;

beforeEach(async () => {
  api = await startSmallTree();
});
afterEach(async () => api.stop());

const FIELDS = 'profile { id } attachedAt attachedBy { id } operation { id kind } via group { fullPath }';

async function attachments(path = 'group-1/group-2/project-20', user = 'owner'): Promise<unknown> {
  const answer = await api.ask(
    `{ project(fullPath: "${path}") { securityScanProfileAttachments { ${FIELDS} } attachedSecurityScanProfiles { id } } }`,
    { user },
  );
  expect(answer.errors).toEqual([]);
  const profiles = z.array(z.object({ id: z.string() }));
  const { project } = z
    .object({
      project: z.object({
        securityScanProfileAttachments: z.array(z.looseObject({ profile: z.object({ id: z.string() }) })),
        attachedSecurityScanProfiles: profiles,
      }),
    })
    .parse(answer.data);
  // The same profiles in the same order, whichever field is asked.
  expect(project.securityScanProfileAttachments.map(({ profile }) => profile)).toEqual(
    project.attachedSecurityScanProfiles,
  );
  return project.securityScanProfileAttachments;
}

const DIRECT = {
  attachedAt: '2026-11-22T12:00:00.000Z',
  attachedBy: { id: 'owner' },
  via: 'DIRECT',
  group: null,
};
const profile = (id: number): unknown => ({ id: `gid://gitlab/Security::ScanProfile/${id}` });

it('say by whom, when, by which operation and through which group', async () => {
  await member(api, 'maintainer', groupRef(1), 'maintainer');
  const direct = await done(api, ATTACH, { projects: [20], groups: [1] });
  api.env.clock.advance(60_000);
  await call(api, ATTACH, { profile: 'sast', groups: [1] }, 'maintainer');
  await api.world.drain();
  expect(await attachments()).toEqual([
    { ...DIRECT, profile: profile(1), operation: { id: direct, kind: 'ATTACH' } },
    {
      profile: profile(2),
      attachedAt: '2026-11-22T12:01:00.000Z',
      attachedBy: { id: 'maintainer' },
      operation: { id: expect.any(String), kind: 'ATTACH' },
      via: 'GROUP',
      group: { fullPath: 'group-1' },
    },
  ]);
});

it('keep the group through which they came where what removed them is undone', async () => {
  await done(api, ATTACH, { groups: [2] });
  const undo = await acted(api, UNDO, await done(api, DETACH, { profile: '1', projects: [20] }));
  expect(await attachments()).toMatchObject([
    { operation: { id: undo, kind: 'UNDO' }, via: 'GROUP', group: { fullPath: 'group-1/group-2' } },
  ]);
});

it('come through the group that was adopted', async () => {
  await done(api, ATTACH, { projects: [20] });
  const adopt = await acted(api, ADOPT, await moveGroup(api, 1, 9));
  expect(await attachments('group-9/group-1/group-2/project-20')).toMatchObject([
    { operation: { id: adopt, kind: 'ADOPT' }, via: 'GROUP', group: { fullPath: 'group-9/group-1' } },
  ]);
});

it('name neither operation nor group to who may not read or see them', async () => {
  await member(api, 'developer', projectRef(20), 'developer');
  await done(api, ATTACH, { groups: [2] });
  expect(await attachments('group-1/group-2/project-20', 'developer')).toMatchObject([
    { profile: profile(1), operation: null, via: 'GROUP', group: null },
  ]);
});

it('stay when their operation is gone', async () => {
  const id = await done(api, ATTACH, { projects: [20] });
  const { PK, SK } = operationKey(id);
  await api.env.table.client.send(new DeleteCommand({ TableName: api.env.table.name, Key: { PK, SK } }));
  expect(await attachments()).toEqual([{ ...DIRECT, profile: profile(1), operation: null }]);
});

it('of another root are not shown, whatever is stored', async () => {
  await done(api, ATTACH, { projects: [20] });
  const slug = 'project-20';
  await placeNode(api.env, { ref: projectRef(20), parentId: 9, slug, name: slug, at: api.env.clock.now() });
  expect(await attachments('group-9/project-20')).toEqual([]);
});

it('are for who may read profiles', async () => {
  await member(api, 'reporter', groupRef(1), 'reporter');
  const answer = await api.ask(
    '{ project(fullPath: "group-1/project-10") { id securityScanProfileAttachments { via } } }',
    { user: 'reporter' },
  );
  expect(answer.data).toEqual({
    project: { id: 'gid://gitlab/Project/10', securityScanProfileAttachments: null },
  });
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

it('of many projects are read together', async () => {
  await done(api, ATTACH, { groups: [1] });
  const count = async (): Promise<number> => {
    api.commands.length = 0;
    const answer = await api.ask(
      `{ group(fullPath: "group-1") { projects(includeSubgroups: true) { nodes { securityScanProfileAttachments { ${FIELDS} } } } } }`,
    );
    expect(answer.errors).toEqual([]);
    return api.commands.length;
  };
  const before = await count();
  for (let id = 100; id < 112; id += 1) await api.world.project(id, 2);
  await done(api, ATTACH, { groups: [2] });
  expect(await count()).toBeLessThanOrEqual(before + 3);
});
