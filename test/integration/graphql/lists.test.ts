import * as z from 'zod';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestApi } from '../../support/graphql-api.ts';
import { startDeepTree } from './support/deep-tree.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startDeepTree('PROCESS');
});
beforeEach(() => {
  api.commands.length = 0;
});
afterAll(async () => {
  await api.stop();
});

describe('lists', () => {
  const PAGE = 'nodes { id } edges { cursor node { id } } pageInfo { hasNextPage endCursor }';
  const page = z.object({
    nodes: z.array(z.object({ id: z.string() })),
    edges: z.array(z.object({ cursor: z.string(), node: z.object({ id: z.string() }) })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  });

  /** Pages through a list, and checks each page against itself. */
  async function all(list: (args: string) => string, first: number): Promise<string[]> {
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const query = `query($after: String) { group(fullPath: "group-1") { list: ${list(`first: ${first}, after: $after`)} { ${PAGE} } } }`;
      const answer = await api.ask(query, { variables: { after } });
      const { list: got } = z.object({ group: z.object({ list: page }) }).parse(answer.data).group;
      expect(got.nodes).toEqual(got.edges.map(({ node }) => node));
      expect(got.nodes.length).toBeLessThanOrEqual(first);
      expect(got.pageInfo.endCursor).toBe(got.edges.at(-1)?.cursor ?? null);
      ids.push(...got.nodes.map(({ id }) => id.replace(/.*\//, '')));
      if (!got.pageInfo.hasNextPage) return ids;
      after = got.pageInfo.endCursor;
    }
  }

  it.each([1, 2, 3, 100])('of subgroups, %i at a time', async (first) => {
    expect(await all((args) => `subgroups(${args})`, first)).toEqual(['2', '4', '5']);
  });

  it.each([1, 2, 3, 100])('of projects, %i at a time', async (first) => {
    expect(await all((args) => `projects(${args})`, first)).toEqual(['10', '11', '12']);
  });

  it.each([1, 2, 3, 4, 100])('of projects of subgroups too, %i at a time', async (first) => {
    const ids = await all((args) => `projects(includeSubgroups: true, ${args})`, first);
    expect(ids).toEqual(['30', '31', '50', '10', '11', '12']);
  });

  it.each([
    'subgroups(first: 0)',
    'projects(first: 0)',
    'projects(first: 0, includeSubgroups: true)',
    'projects(first: 0, includeSubgroups: true, withoutScanType: SAST)',
  ])('of nothing end with it, so that nobody goes on for ever: %s', async (list) => {
    const { data, errors } = await api.ask(`{ group(fullPath: "group-1") { list: ${list} { ${PAGE} } } }`);
    expect(errors).toEqual([]);
    const pageInfo = { hasNextPage: false, endCursor: null };
    expect(data).toEqual({ group: { list: { nodes: [], edges: [], pageInfo } } });
  });

  it('hold 20 where nobody says how many', async () => {
    for (let id = 100; id < 125; id += 1) await api.world.project(id, 4);
    const answer = await api.ask(
      '{ group(fullPath: "group-1/group-4") { projects { nodes { id } pageInfo { hasNextPage } } } }',
    );
    expect(answer.data).toMatchObject({
      group: { projects: { nodes: { length: 20 }, pageInfo: { hasNextPage: true } } },
    });
  });

  it('go on where they were though what was last has gone', async () => {
    const first =
      '{ group(fullPath: "group-1/group-4") { projects(includeSubgroups: true, first: 2) { pageInfo { endCursor } } } }';
    const ended = z.object({
      group: z.object({ projects: z.object({ pageInfo: z.object({ endCursor: z.string() }) }) }),
    });
    const { endCursor } = ended.parse((await api.ask(first)).data).group.projects.pageInfo;
    await api.world.event('ProjectDeletedEvent', { project_id: 101 });
    const next = `{ group(fullPath: "group-1/group-4") { projects(includeSubgroups: true, first: 1, after: "${endCursor}") { nodes { id } } } }`;
    expect((await api.ask(next)).data).toEqual({
      group: { projects: { nodes: [{ id: 'gid://gitlab/Project/102' }] } },
    });
  });

  it.each([
    ['no cursor at all', 'x'],
    ['nothing', ''],
    ['one of a project of another root', Buffer.from('9 P#project-90#90').toString('base64url')],
    ['one of a group that there is not', Buffer.from('77 P#project-1#1').toString('base64url')],
    ['one with a key of another kind', Buffer.from('1 USER#owner').toString('base64url')],
    ['one too long for a key', Buffer.from(`1 P#${'x'.repeat(2_000)}`).toString('base64url')],
  ])('refuse as a cursor: %s', async (_name, after) => {
    for (const list of [
      'subgroups(after: $after)',
      'projects(after: $after)',
      'projects(includeSubgroups: true, after: $after)',
    ]) {
      const answer = await api.ask(
        `query($after: String) { group(fullPath: "group-1") { ${list} { nodes { id } } } }`,
        { variables: { after } },
      );
      expect(answer.errors).toMatchObject([
        { message: expect.stringContaining('"after"'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
  });
});

describe('big lists', () => {
  it('of a hundred projects with all of their profiles take few round trips to the table', async () => {
    await api.world.group(20, 9);
    const ids = Array.from({ length: 100 }, (_, index) => 1_000 + index);
    for (const id of ids) await api.world.project(id, 20);
    for (const template of ['secret_detection', 'sast', 'dependency_scanning']) {
      await api.world.accepted({ projectIds: ids, profile: { template } });
    }
    api.commands.length = 0;
    const profile = 'id name description scanType gitlabRecommended createdAt updatedAt triggers';
    const permissions = 'userPermissions { readSecurityScanProfiles applySecurityScanProfiles }';
    const answer =
      await api.ask(`{ group(fullPath: "group-9") { rootAncestor { projects(includeSubgroups: true, first: 100) { edges { node {
      id name path fullPath ${permissions} group { id fullPath parent { id } } attachedSecurityScanProfiles { ${profile} } securityScanProfiles { ${profile} }
    } } } } } }`);
    expect(answer.errors).toEqual([]);
    expect(answer.text.match(/Dependency Scanning/g)).toHaveLength(200);
    expect(api.commands.length).toBeLessThanOrEqual(20);
  });

  it('of groups that hold nothing end early, and go on', async () => {
    await api.world.group(7, 9);
    for (let id = 10_000; id < 10_310; id += 1) await api.world.group(id, 7);
    await api.world.project(7_777, 10_309);
    const query =
      'query($after: String) { group(fullPath: "group-9/group-7") { projects(includeSubgroups: true, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }';
    const schema = z.object({
      group: z.object({
        projects: z.object({
          nodes: z.array(z.unknown()),
          pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string() }),
        }),
      }),
    });
    const first = schema.parse((await api.ask(query)).data).group.projects;
    expect(first).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true } });
    const second = schema.parse(
      (await api.ask(query, { variables: { after: first.pageInfo.endCursor } })).data,
    ).group.projects;
    expect(second).toMatchObject({
      nodes: [{ id: 'gid://gitlab/Project/7777' }],
      pageInfo: { hasNextPage: false },
    });
  });
});
