import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import { profileKey } from '../../../shared/storage/keys.ts';
import { readNode } from '../../../shared/storage/nodes.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import type { TestApi } from '../../support/graphql-api.ts';
import { member } from './support/members.ts';
import {
  ATTACH,
  call,
  DETACH,
  type Mutation,
  SET,
  startSmallTree,
  type Targets,
} from './support/small-tree.ts';

let api: TestApi;

/** Of the small tree: 20 and 21 hold profile 1 for secrets, 20 also 2 for SAST, 22 none. */
beforeEach(async () => {
  api = await startSmallTree('PROCESS');
  for (const id of [21, 22]) await api.world.project(id, 2);
  await api.world.accepted({ projectIds: [20, 21] });
  await api.world.accepted({ projectIds: [20], profile: { template: 'sast' } });
  await member(api, 'old-developer', groupRef(1), 'developer');
  await member(api, 'new-owner', groupRef(9), 'owner');
});
afterEach(async () => api.stop());

const removalsSchema = z.object({
  nodes: z.array(
    z.object({
      projectId: z.string(),
      project: z.object({ fullPath: z.string() }).nullable(),
      profiles: z.array(z.object({ id: z.string() })),
    }),
  ),
  edges: z.array(z.object({ cursor: z.string(), node: z.object({ projectId: z.string() }) })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});
type Removals = z.infer<typeof removalsSchema>;

const FIELDS =
  'nodes { projectId project { fullPath } profiles { id } } edges { cursor node { projectId } } pageInfo { hasNextPage endCursor }';
const QUERY = `query ($id: ID!, $first: Int, $after: String) {
  operation: securityScanProfileOperation(id: $id) { removals(first: $first, after: $after) { ${FIELDS} } }
}`;

async function removals(
  id: string,
  { user = 'owner', ...page }: { user?: string; first?: number; after?: string | null } = {},
): Promise<Removals> {
  const answer = await api.ask(QUERY, { user, variables: { id, ...page } });
  expect(answer.errors).toEqual([]);
  return z.object({ operation: z.object({ removals: removalsSchema }) }).parse(answer.data).operation
    .removals;
}

/** Project, its path if it is visible, and profiles; all without what they share. */
function shortened({ nodes }: Removals): unknown {
  const last = (id: string): string => id.split('/').at(-1) ?? '';
  return nodes.map(({ projectId, project, profiles }) => [
    last(projectId),
    project?.fullPath ?? null,
    profiles.map(({ id }) => last(id)),
  ]);
}

async function moveGroup(): Promise<string> {
  await api.world.event('GroupTransferredEvent', {
    group_id: 2,
    new_root_namespace_id: 9,
    new_parent_id: 9,
  });
  await api.world.drain();
  return (await readNode(api.env.table, groupRef(2)))?.transfer?.operationId ?? '';
}

async function change(mutation: Mutation, targets: Targets): Promise<string> {
  const { data } = await call(api, mutation, targets);
  await api.world.drain();
  const [operation] = z
    .record(z.string(), z.object({ operation: z.object({ id: z.string() }) }))
    .transform((fields) => Object.values(fields).map((payload) => payload.operation))
    .parse(data);
  return operation?.id ?? '';
}

describe('the re-home of a group', () => {
  it('lists the projects that lost profiles, at their new places, and which', async () => {
    expect(shortened(await removals(await moveGroup()))).toEqual([
      ['20', 'group-9/group-2/project-20', ['1', '2']],
      ['21', 'group-9/group-2/project-21', ['1']],
    ]);
  });

  it('names a project by nothing but its id to who may not see it now', async () => {
    const id = await moveGroup();
    const answer = await api.ask(QUERY, { user: 'old-developer', variables: { id } });
    expect(answer.text).not.toContain('project-20');
    expect(shortened(await removals(id, { user: 'old-developer' }))).toEqual([
      ['20', null, ['1', '2']],
      ['21', null, ['1']],
    ]);
  });

  it('is for those who may read the profiles of the old root, and nobody else', async () => {
    const variables = { id: await moveGroup() };
    expect((await api.ask(QUERY, { user: 'new-owner', variables })).data).toEqual({ operation: null });
  });

  it('leaves out profiles that were deleted since, and keeps the project', async () => {
    const id = await moveGroup();
    const { PK, SK } = profileKey(1, 1);
    await api.env.table.client.send(
      new UpdateCommand({
        TableName: api.env.table.name,
        Key: { PK, SK },
        UpdateExpression: 'SET #status = :status',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':status': 'DELETED' },
      }),
    );
    expect(shortened(await removals(id, { user: 'old-developer' }))).toEqual([
      ['20', null, ['2']],
      ['21', null, []],
    ]);
  });
});

describe('an operation that was asked for', () => {
  it('lists what it detached', async () => {
    const id = await change(DETACH, { groups: [1] });
    expect(shortened(await removals(id))).toEqual([
      ['20', 'group-1/group-2/project-20', ['1']],
      ['21', 'group-1/group-2/project-21', ['1']],
    ]);
  });

  it('lists what it replaced, in the answer of the mutation too', async () => {
    const [profile] = await customProfiles(api.env.table, 1, 1);
    const answer = await api.ask(
      `mutation ($input: ${SET[1]}!) { ${SET[0]}(input: $input) { operation { removals { ${FIELDS} } } } }`,
      {
        variables: {
          input: {
            securityScanProfileId: `gid://gitlab/Security::ScanProfile/${profile}`,
            projectIds: ['gid://gitlab/Project/20', 'gid://gitlab/Project/21'],
          },
        },
      },
    );
    const payload = z.object({ operation: z.object({ removals: removalsSchema }) });
    const { operation } = z.object({ [SET[0]]: payload }).parse(answer.data)[SET[0]] ?? {};
    expect(operation && shortened(operation.removals)).toEqual([['20', 'group-1/group-2/project-20', ['2']]]);
  });

  it('lists nothing where it only attached', async () => {
    const id = await change(ATTACH, { profile: 'dependency_scanning', groups: [1] });
    expect(await removals(id)).toEqual({
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });
});

describe('pages of removals', () => {
  it.each([1, 2, 3])('hold %i and go on where they ended', async (first) => {
    await api.world.accepted({ projectIds: [10, 11] });
    const id = await change(DETACH, { groups: [1] });
    const found: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, edges, pageInfo }: Removals = await removals(id, { first, after });
      expect(nodes.length).toBeLessThanOrEqual(first);
      expect(edges.map(({ node }) => node.projectId)).toEqual(nodes.map(({ projectId }) => projectId));
      expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor);
      found.push(...nodes.map(({ projectId }) => projectId));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(found).toEqual([10, 11, 20, 21].map((project) => `gid://gitlab/Project/${project}`));
    expect((await removals(id, { first: 0 })).pageInfo).toEqual({ hasNextPage: false, endCursor: null });
  });

  it.each([
    ['no cursor at all', 'x'],
    ['nothing', ''],
    ['one of another list', Buffer.from('1 P#project-1#1').toString('base64url')],
    ['one too long for an id', Buffer.from(`removal ${'9'.repeat(2_000)}`).toString('base64url')],
  ])('refuse as a cursor: %s', async (_name, after) => {
    const id = await change(DETACH, { groups: [1] });
    const answer = await api.ask(QUERY, { variables: { id, after } });
    expect(answer.errors).toMatchObject([
      { message: expect.stringContaining('"after"'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('of a hundred projects with all that they held and hold are within the limits, three of them not', async () => {
    const id = await change(DETACH, { groups: [1] });
    const page = 'removals(first: 100) { nodes { project { securityScanProfiles { id } } profiles { id } } }';
    const ask = async (fields: string): Promise<unknown> =>
      (await api.ask(`{ securityScanProfileOperation(id: "${id}") { ${fields} } }`)).errors;
    expect(await ask(page)).toEqual([]);
    expect(await ask(`${page} b: ${page} c: ${page}`)).toMatchObject([
      { extensions: { code: 'LIMIT_EXCEEDED' } },
    ]);
    expect(await ask('removals(first: 101) { nodes { projectId } }')).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});
