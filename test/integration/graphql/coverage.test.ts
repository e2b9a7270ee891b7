import * as z from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import { injectFaults } from '../../support/faults.ts';
import { startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';
import { member } from './support/members.ts';
import {
  expectedWorst,
  plantScannedTree,
  type PlannedProject,
  type ScannedTree,
  WORST_FIRST,
} from './support/scanned-tree.ts';

let api: TestApi;
let tree: ScannedTree;

beforeAll(async () => {
  api = await startGraphqlApi();
  tree = await plantScannedTree(api);
  await member(api, 'reporter', groupRef(1), 'reporter');
});
afterAll(async () => api.stop());

const statuses = z.array(z.object({ status: z.string(), projects: z.number() }));
const coverage = z.object({
  projects: z.number(),
  projectsWithProfile: z.number(),
  statuses,
  scanTypes: z.array(z.object({ scanType: z.string(), projects: z.number(), statuses })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});
type Coverage = z.infer<typeof coverage>;

const FIELDS = `projects projectsWithProfile statuses { status projects }
  scanTypes { scanType projects statuses { status projects } } pageInfo { hasNextPage endCursor }`;

async function page(
  groupId: number,
  args: { includeSubgroups?: boolean; after?: string | null } = {},
): Promise<Coverage> {
  const query = `query($path: ID!, $includeSubgroups: Boolean, $after: String) {
    group(fullPath: $path) { coverage: securityScanProfileCoverage(includeSubgroups: $includeSubgroups, after: $after) { ${FIELDS} } }
  }`;
  const variables = { path: tree.paths.get(groupId), ...args };
  const { data, errors } = await api.ask(query, { variables });
  expect(errors).toEqual([]);
  return z.object({ group: z.object({ coverage }) }).parse(data).group.coverage;
}

/** Counted one by one from what was planted. */
function expected(projects: readonly PlannedProject[]): Omit<Coverage, 'pageInfo'> {
  const counts = (worst: readonly string[]): Coverage['statuses'] =>
    WORST_FIRST.map((status) => ({ status, projects: worst.filter((each) => each === status).length }));
  const types = ['SECRET_DETECTION', 'SAST', 'DEPENDENCY_SCANNING'];
  const others = ['DEPENDENCY_SCANNING_POST_PROCESSING', 'TRIAGE_AND_REMEDIATION'];
  return {
    projects: projects.length,
    projectsWithProfile: projects.filter(({ shows }) => shows.length > 0).length,
    statuses: counts(projects.map(({ shows }) => expectedWorst(shows))),
    scanTypes: [...types, ...others].map((scanType) => {
      const of = projects.map(({ shows }) => shows.filter((held) => held.scanType === scanType));
      return {
        scanType,
        projects: of.filter((held) => held.length > 0).length,
        statuses: counts(of.map(expectedWorst)),
      };
    }),
  };
}

function below(groupId: number): readonly PlannedProject[] {
  return tree.projects.filter(({ chain }) => chain.includes(groupId));
}

const END = { pageInfo: { hasNextPage: false, endCursor: null } };

describe('the coverage of a group', () => {
  it('is what counting by hand gives, for every group of a tree', async () => {
    for (const groupId of tree.paths.keys())
      expect(await page(groupId)).toEqual({ ...expected(below(groupId)), ...END });
    expect(new Set(tree.projects.map(({ shows }) => expectedWorst(shows))).size).toBe(WORST_FIRST.length);
  });

  it('without its subgroups is that of its own projects', async () => {
    for (const groupId of tree.paths.keys()) {
      const own = tree.projects.filter((project) => project.groupId === groupId);
      expect(await page(groupId, { includeSubgroups: false })).toEqual({ ...expected(own), ...END });
    }
  });

  it.each([true, false])('goes on where its time was up, with subgroups: %s', async (includeSubgroups) => {
    const groupId = 1;
    const all = includeSubgroups
      ? below(groupId)
      : tree.projects.filter((project) => project.groupId === groupId);
    // Every read takes as long as a request may: a page is what was under way by then.
    const SLOW = ['BatchGetItemCommand', 'QueryCommand'];
    const faults = injectFaults(api.env.table, (command) =>
      SLOW.includes(command) ? { after: () => api.env.clock.advance(30_000) } : undefined,
    );
    const pages = [await page(groupId, { includeSubgroups })];
    for (let last = pages.at(-1); last?.pageInfo.hasNextPage; last = pages.at(-1))
      pages.push(await page(groupId, { includeSubgroups, after: last.pageInfo.endCursor }));
    faults.stop();
    expect(pages.at(-1)).toEqual({ ...expected(all), ...END });
    const counted = pages.map(({ projects }) => projects);
    expect(counted).toEqual(counted.toSorted((one, other) => one - other));
    if (includeSubgroups) expect(pages.length).toBeGreaterThan(1);
  });

  it('is not for who may not read profiles there', async () => {
    const query = '{ group(fullPath: "group-1") { name securityScanProfileCoverage { projects } } }';
    const answer = await api.ask(query, { user: 'reporter' });
    expect(answer.data).toEqual({ group: { name: 'group-1', securityScanProfileCoverage: null } });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  const counts = [0, 0, 0, 0, 0, 0];
  const at = Buffer.from('1 P#p1#1').toString('base64url');
  const strange = Buffer.from('9 P#p1#1').toString('base64url');
  it.each([
    ['no cursor', 'x'],
    ['nothing', ''],
    ['a cursor of projects', at],
    ['counts that are none', cursor([at, true, [-1, 0, 0, 0, 0, 0], Array(5).fill(counts)])],
    ['too few counts', cursor([at, true, counts, [counts]])],
    ['counts that no answer could hold', cursor([at, true, [2 ** 31, 0, 0, 0, 0, 0], Array(5).fill(counts)])],
    ['a place in another root', cursor([strange, true, counts, Array(5).fill(counts)])],
    ['a place that is none', cursor(['x', true, counts, Array(5).fill(counts)])],
    ['the count of a group without its subgroups', cursor([at, false, counts, Array(5).fill(counts)])],
  ])('refuses as a cursor: %s', async (_name, after) => {
    const query =
      'query($after: String) { group(fullPath: "group-1") { securityScanProfileCoverage(after: $after) { projects } } }';
    const answer = await api.ask(query, { variables: { after } });
    expect(answer.errors).toMatchObject([
      { message: expect.stringContaining('"after"'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('is refused where a request asks for more than two of them', async () => {
    const ask = async (times: number): Promise<readonly unknown[]> => {
      const field = (alias: string): string => `${alias}: securityScanProfileCoverage { projects }`;
      const fields = Array.from({ length: times }, (_, index) => field(`c${index}`)).join(' ');
      return (await api.ask(`{ group(fullPath: "group-1") { ${fields} } }`)).errors;
    };
    expect(await ask(2)).toEqual([]);
    expect(await ask(3)).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED' } }]);
  });
});

function cursor(parts: unknown): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}
