import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { shared } from '../support/shared-stack.ts';
import { plantTree } from '../support/tree.ts';

const ROOT = 'api-lists';
const USER = 'lists-guest';

/** 2 in the root, 3 in one subgroup, 4 two levels down, 120 in a flat one. */
const PROJECTS = [
  ...['x', 'y'].map((name) => `${ROOT}/${name}`),
  ...['a', 'b', 'c'].map((name) => `${ROOT}/sub/${name}`),
  ...['a', 'b', 'c', 'd'].map((name) => `${ROOT}/sub/deep/${name}`),
  ...Array.from({ length: 120 }, (_, index) => `${ROOT}/flat/p${String(index).padStart(3, '0')}`),
];

beforeAll(async () => {
  await plantTree(shared, {
    projects: PROJECTS,
    groups: [`${ROOT}/empty`],
    members: { [USER]: { [ROOT]: 10 } },
  });
});

const pageSchema = z.object({
  group: z.object({
    list: z.object({
      nodes: z.array(z.object({ fullPath: z.string() })),
      edges: z.array(z.object({ cursor: z.string(), node: z.object({ fullPath: z.string() }) })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});

interface Listing {
  readonly path: string;
  readonly field: string;
  readonly first: number;
}

/** Pages through a list to its end. Answers the paths page by page. */
async function pagesOf({ path, field, first }: Listing): Promise<string[][]> {
  const query = `query($path: ID!, $first: Int, $after: String) { group(fullPath: $path) { list: ${field} {
    nodes { fullPath } edges { cursor node { fullPath } } pageInfo { hasNextPage endCursor }
  } } }`;
  const pages: string[][] = [];
  let after: string | null = null;
  do {
    const answer = await shared.graphql(USER, query, { path, first, after });
    expect(answer.errors).toEqual([]);
    const { nodes, edges, pageInfo }: z.infer<typeof pageSchema>['group']['list'] = pageSchema.parse(
      answer.data,
    ).group.list;
    expect(edges.map(({ node }) => node)).toEqual(nodes);
    pages.push(nodes.map(({ fullPath }) => fullPath));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return pages;
}

describe('a list is paged through without a gap and without a repetition', () => {
  it.each([7, 100])('all projects below a group, %i at a time', async (first) => {
    const field = 'projects(includeSubgroups: true, first: $first, after: $after)';
    const pages = await pagesOf({ path: ROOT, field, first });
    expect(pages.flat().toSorted()).toEqual(PROJECTS.toSorted());
    expect(pages.slice(0, -1).every((page) => page.length === first)).toBe(true);
  });

  it.each([7, 100])('the projects of one group, %i at a time, by path', async (first) => {
    const field = 'projects(first: $first, after: $after)';
    const pages = await pagesOf({ path: `${ROOT}/flat`, field, first });
    expect(pages.flat()).toEqual(PROJECTS.filter((path) => path.startsWith(`${ROOT}/flat/`)));
  });

  it('only the projects directly in a group, unless those of subgroups are asked for', async () => {
    const field = 'projects(first: $first, after: $after)';
    expect(await pagesOf({ path: ROOT, field, first: 100 })).toEqual([[`${ROOT}/x`, `${ROOT}/y`]]);
  });

  it.each([1, 2, 100])('subgroups, %i at a time, by path', async (first) => {
    const field = 'subgroups(first: $first, after: $after)';
    const pages = await pagesOf({ path: ROOT, field, first });
    expect(pages.flat()).toEqual(['empty', 'flat', 'sub'].map((name) => `${ROOT}/${name}`));
  });

  it('of nothing is an empty page', async () => {
    for (const field of [
      'subgroups(first: $first, after: $after)',
      'projects(includeSubgroups: true, first: $first, after: $after)',
    ]) {
      expect(await pagesOf({ path: `${ROOT}/empty`, field, first: 10 })).toEqual([[]]);
    }
  });
});

describe('a list refuses', () => {
  it.each([
    ['projects(first: 101) { nodes { id } }', /"first".*100/],
    ['subgroups(first: -1) { nodes { id } }', /"first".*-1/],
    ['projects(after: "nonsense") { nodes { id } }', /"after"/],
  ])('%s', async (field, message) => {
    const answer = await shared.graphql(USER, `{ group(fullPath: "${ROOT}") { ${field} } }`);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors[0]?.message).toMatch(message);
  });
});
