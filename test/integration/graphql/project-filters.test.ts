import * as z from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { injectFaults } from '../../support/faults.ts';
import { flatGroup } from '../../support/flat-group.ts';
import { startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';
import { member } from './support/members.ts';
import {
  expectedWorst,
  plantScannedTree,
  type PlannedProject,
  type ScannedTree,
} from './support/scanned-tree.ts';

let api: TestApi;
let tree: ScannedTree;
/** Projects to a page. */
const FIRST = 25;

/** In the order in which they are listed where nothing filters. */
let listed: readonly number[];

beforeAll(async () => {
  api = await startGraphqlApi('PROCESS');
  tree = await plantScannedTree(api);
  await member(api, 'reporter', groupRef(1), 'reporter');
  listed = await ids({});
});
afterAll(async () => api.stop());

interface Filter {
  readonly withProfile?: string;
  readonly withoutProfile?: string;
  readonly withoutScanType?: string;
  readonly status?: string;
}

const projects = z.object({
  edges: z.array(z.object({ cursor: z.string(), node: z.object({ id: z.string() }) })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});
type Projects = z.infer<typeof projects>;

const QUERY = `query($path: ID!, $sub: Boolean!, $first: Int, $after: String, $withProfile: SecurityScanProfileID,
  $withoutProfile: SecurityScanProfileID, $withoutScanType: SecurityScanProfileType, $status: ScanProfileStatus) {
  group(fullPath: $path) { projects(includeSubgroups: $sub, first: $first, after: $after, withProfile: $withProfile,
    withoutProfile: $withoutProfile, withoutScanType: $withoutScanType, status: $status) {
    edges { cursor node { id } } pageInfo { hasNextPage endCursor } } } }`;

async function page(variables: Record<string, unknown>): Promise<Projects> {
  const answer = await api.ask(QUERY, {
    variables: { path: 'group-1', sub: true, first: FIRST, after: null, ...variables },
  });
  expect(answer.errors).toEqual([]);
  return z.object({ group: z.object({ projects }) }).parse(answer.data).group.projects;
}

/** All pages of a list. */
async function pages(variables: Record<string, unknown>): Promise<readonly Projects[]> {
  const all = [await page(variables)];
  for (let last = all.at(-1); last?.pageInfo.hasNextPage; last = all.at(-1))
    all.push(await page({ ...variables, after: last.pageInfo.endCursor }));
  return all;
}

async function ids(variables: Record<string, unknown>): Promise<readonly number[]> {
  const all = await pages(variables);
  return all.flatMap(({ edges }) => edges.map(({ node }) => Number(node.id.replace(/.*\//, ''))));
}

const gid = (id: number | string): string => `gid://gitlab/Security::ScanProfile/${id}`;

function applies(filter: Filter, { shows }: PlannedProject): boolean {
  const holds = (id: string): boolean => shows.some(({ profileId }) => gid(profileId) === id);
  return (
    (filter.withProfile === undefined || holds(filter.withProfile)) &&
    (filter.withoutProfile === undefined || !holds(filter.withoutProfile)) &&
    !shows.some(({ scanType }) => scanType === filter.withoutScanType) &&
    (filter.status === undefined || expectedWorst(shows) === filter.status)
  );
}

const FILTERS: readonly Filter[] = [
  { withProfile: gid(1) },
  { withoutProfile: gid(1) },
  { withoutScanType: 'SAST' },
  { withoutScanType: 'TRIAGE_AND_REMEDIATION' },
  ...['FAILED', 'STALE', 'WARNING', 'PENDING', 'ACTIVE', 'NOT_CONFIGURED'].map((status) => ({ status })),
  { withProfile: gid(1), withoutProfile: gid(2) },
  { withProfile: gid(3), withoutScanType: 'SAST', status: 'WARNING' },
  { withoutProfile: gid(4), status: 'FAILED' },
  { withProfile: gid(1), withoutScanType: 'SAST' },
  // Of another root, and none at all.
  { withProfile: gid(4711) },
  { withoutProfile: gid(4711) },
  // A template of which no profile was made here.
  { withProfile: gid('sast') },
];

describe('projects by what they show', () => {
  it.each(FILTERS.map((filter) => [JSON.stringify(filter), filter] as const))(
    '%s are those that looking at each one gives, in the order of the list',
    async (_name, filter) => {
      const planned = new Map(tree.projects.map((project) => [project.id, project]));
      const matching = (id: number): boolean => {
        const project = planned.get(id);
        return project !== undefined && applies(filter, project);
      };
      expect(await ids({ ...filter })).toEqual(listed.filter(matching));
      const own = listed.filter((id) => planned.get(id)?.groupId === 1);
      expect(await ids({ ...filter, sub: false })).toEqual(own.filter(matching));
    },
  );

  it('go by the profile that was made from a template, once it is', async () => {
    const target = listed.slice(0, 3);
    await api.world.accepted({ projectIds: target, profile: { template: 'dependency_scanning' } });
    expect(await ids({ withProfile: gid('dependency_scanning') })).toEqual(target);
    const { length } = await ids({ withoutProfile: gid('dependency_scanning') });
    expect(length).toBe(listed.length - 3);
  });

  it('come in pages of the size that was asked for, each with its cursor', async () => {
    const all = await pages({ withoutProfile: gid(1), first: 10 });
    expect(all.slice(0, -1).map(({ edges }) => edges.length)).toEqual(Array(all.length - 1).fill(10));
    for (const { edges, pageInfo } of all)
      expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? pageInfo.endCursor);
  });

  it('are listed all the same where every page ends for want of time', async () => {
    const filter = { status: 'STALE' };
    const whole = await ids(filter);
    const faults = injectFaults(api.env.table, (command) =>
      command === 'BatchGetItemCommand' ? { after: () => api.env.clock.advance(30_000) } : undefined,
    );
    const all = await pages(filter);
    faults.stop();
    expect(all.flatMap(({ edges }) => edges.map(({ node }) => Number(node.id.replace(/.*\//, ''))))).toEqual(
      whole,
    );
    expect(all.length).toBeGreaterThan(Math.ceil(whole.length / FIRST) + 1);
  });

  it('are not for who may not read profiles there, but the list is', async () => {
    const ask = async (args: string): Promise<unknown> =>
      (
        await api.ask(`{ group(fullPath: "group-1") { projects${args} { nodes { id } } } }`, {
          user: 'reporter',
        })
      ).errors;
    expect(await ask('')).toEqual([]);
    expect(await ask('(status: null)')).toEqual([]);
    for (const args of ['(status: ACTIVE)', '(withoutScanType: SAST)', `(withProfile: "${gid(1)}")`])
      expect(await ask(args)).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it.each(['x', '', Buffer.from('9 P#project-90#90').toString('base64url')])(
    'refuse %j as a cursor',
    async (after) => {
      const variables = { path: 'group-1', sub: true, first: 5, after, status: 'ACTIVE' };
      expect((await api.ask(QUERY, { variables })).errors).toMatchObject([
        { message: expect.stringContaining('"after"'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    },
  );

  it('are priced by what they make the table read', async () => {
    const ask = async (times: number): Promise<readonly unknown[]> => {
      const fields = Array.from(
        { length: times },
        (_, index) => `p${index}: projects(first: 1, status: ACTIVE) { nodes { id } }`,
      );
      return (await api.ask(`{ group(fullPath: "group-9") { ${fields.join(' ')} } }`)).errors;
    };
    expect(await ask(24)).toEqual([]);
    expect(await ask(25)).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED' } }]);
  });
});

describe('a page of few among many', () => {
  it('looks at two thousand projects and no more', async () => {
    await api.world.group(40, 9);
    const many = Array.from({ length: 2_050 }, (_, index) => 10_000 + index);
    await flatGroup(api.env.table, [40, 9], many);
    const [profileId = 0] = await customProfiles(api.env.table, 9, 1);
    const where = { path: 'group-9/group-40', sub: false };
    const first = await page({ ...where, withProfile: gid(profileId) });
    expect(first).toMatchObject({ edges: [], pageInfo: { hasNextPage: true } });
    const decoded = Buffer.from(first.pageInfo.endCursor ?? '', 'base64url').toString('utf8');
    expect(decoded).toBe('40 P#p11999#11999');
    const second = await page({ ...where, withProfile: gid(profileId), after: first.pageInfo.endCursor });
    expect(second).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });
});
