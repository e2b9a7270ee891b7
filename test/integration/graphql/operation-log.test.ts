import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { groupRef } from '../../../shared/domain/node.ts';
import { NO_TOTALS } from '../../../shared/domain/operation.ts';
import type { TestApi } from '../../support/graphql-api.ts';
import { member } from './support/members.ts';
import { act, acted, CANCEL, done, moveGroup, operationIn, UNDO } from './support/operations.ts';
import { recorded } from './support/results.ts';
import { ATTACH, call, DETACH, startSmallTree } from './support/small-tree.ts';

let api: TestApi;

const LOG = `query (
  $path: ID!, $kind: SecurityScanProfileOperationKind, $status: SecurityScanProfileOperationStatus,
  $profileId: SecurityScanProfileID, $actorId: String, $createdAfter: Time, $createdBefore: Time, $first: Int, $after: String
) {
  group(fullPath: $path) {
    log: securityScanProfileOperations(
      kind: $kind, status: $status, profileId: $profileId, actorId: $actorId,
      createdAfter: $createdAfter, createdBefore: $createdBefore, first: $first, after: $after
    ) { nodes { id } edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
  }
}`;

const logSchema = z.object({
  nodes: z.array(z.object({ id: z.string() })),
  edges: z.array(z.object({ cursor: z.string(), node: z.object({ id: z.string() }) })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});
type Log = z.infer<typeof logSchema>;

interface Asked {
  readonly path?: string;
  readonly user?: string;
  readonly [argument: string]: unknown;
}

async function page({ path = 'group-1', user = 'owner', ...asked }: Asked = {}): Promise<Log> {
  const answer = await api.ask(LOG, { user, variables: { path, ...asked } });
  expect(answer.errors).toEqual([]);
  return z.object({ group: z.object({ log: logSchema }) }).parse(answer.data).group.log;
}

/** Ids of the whole log, page by page. */
async function log(asked: Asked = {}): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { nodes, edges, pageInfo }: Log = await page({ ...asked, after });
    expect(edges.map(({ node }) => node)).toEqual(nodes);
    ids.push(...nodes.map(({ id }) => id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return ids;
}

async function refusal(asked: Asked): Promise<unknown> {
  const { path = 'group-1', user = 'owner', ...rest } = asked;
  const { errors } = await api.ask(LOG, { user, variables: { path, ...rest } });
  return errors;
}

const profile = (id: string | number): string => `gid://gitlab/Security::ScanProfile/${id}`;

describe('the log of a top-level group', () => {
  beforeEach(async () => {
    api = await startSmallTree('PROCESS');
  });
  afterEach(async () => api.stop());

  it.each([1, 2, 3, 20])('has the newest first, %i a page', async (first) => {
    const ids = [
      await done(api, ATTACH, { groups: [1] }),
      await done(api, DETACH, { projects: [10] }),
      operationIn(await call(api, ATTACH, { groups: [2] })),
      await done(api, ATTACH, { projects: [20], options: { dryRun: true } }),
    ];
    await done(api, ATTACH, { groups: [9] });
    expect(await log({ first })).toEqual(ids.toReversed());
    expect(await log({ path: 'group-9', first })).toHaveLength(1);
  });

  it('is empty where nothing was asked for', async () => {
    expect(await page()).toEqual({ nodes: [], edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  it('in a page of nothing has no cursor, and so nothing to go on to', async () => {
    await moveGroup(api, 2, 9);
    expect((await page({ first: 1 })).nodes).toHaveLength(1);
    expect((await page({ first: 0 })).pageInfo).toEqual({ hasNextPage: false, endCursor: null });
  });

  it('has what an event caused', async () => {
    const rehome = await moveGroup(api, 2, 9);
    expect(await log({ actorId: 'system' })).toEqual([rehome]);
  });
});

describe('a filter of the log', () => {
  const ids = new Map<string, string>();

  beforeAll(async () => {
    api = await startSmallTree('PROCESS');
    const { clock } = api.env;
    await member(api, 'other', groupRef(1), 'maintainer');
    ids.set('attach', await done(api, ATTACH, { groups: [1] }));
    ids.set('sast', operationIn(await call(api, ATTACH, { profile: 'sast', projects: [10] }, 'other')));
    clock.set(Date.parse('2026-11-22T13:00:00Z'));
    ids.set('detach', await done(api, DETACH, { profile: '1', projects: [10] }));
    clock.set(Date.parse('2026-11-23T12:00:00Z'));
    ids.set('undo', await acted(api, UNDO, ids.get('sast') ?? ''));
    const dryRun = { options: { dryRun: true } };
    ids.set(
      'preview',
      await done(api, DETACH, { profile: 'dependency_scanning', projects: [10], ...dryRun }),
    );
    clock.set(Date.parse('2026-11-23T13:00:00Z'));
    ids.set('cancelling', operationIn(await call(api, ATTACH, { groups: [2] })));
    await act(api, CANCEL, ids.get('cancelling') ?? '');
    ids.set('pending', operationIn(await call(api, ATTACH, { profile: 'sast', groups: [2] })));
  });
  afterAll(async () => api.stop());

  it.each([
    [{ kind: 'DETACH' }, ['preview', 'detach']],
    [{ kind: 'UNDO' }, ['undo']],
    [{ kind: 'REHOME' }, []],
    [{ actorId: 'other' }, ['sast']],
    [{ actorId: 'nobody' }, []],
    [{ status: 'PREVIEWED' }, ['preview']],
    [{ status: 'CANCELLING' }, ['cancelling']],
    [{ status: 'PENDING' }, ['pending']],
    [{ status: 'SUCCEEDED' }, ['undo', 'detach', 'sast', 'attach']],
    [{ profileId: profile(1) }, ['cancelling', 'detach', 'attach']],
    [{ profileId: profile('SecretDetection') }, ['cancelling', 'detach', 'attach']],
    [{ profileId: profile('dependency_scanning') }, ['preview']],
    [{ profileId: profile('sast') }, ['pending', 'undo', 'sast']],
    [{ profileId: profile(4711) }, []],
    [{ createdAfter: '2026-11-22T13:00:00Z' }, ['pending', 'cancelling', 'preview', 'undo', 'detach']],
    [{ createdBefore: '2026-11-22T14:00:00+01:00' }, ['sast', 'attach']],
    [{ createdAfter: '2026-11-23', createdBefore: '2026-11-23T12:30:00.000Z' }, ['preview', 'undo']],
    [{ createdAfter: '2026-12-01T00:00:00Z' }, []],
    [{ kind: 'ATTACH', status: 'SUCCEEDED', actorId: 'owner', profileId: profile(1) }, ['attach']],
  ] as const)('%o', async (filter, expected) => {
    for (const first of [1, 100])
      expect(await log({ ...filter, first })).toEqual(expected.map((name) => ids.get(name)));
  });
});

describe('a page of the log', () => {
  beforeEach(async () => {
    api = await startSmallTree('PROCESS');
  });
  afterEach(async () => api.stop());

  it('ends early where much is read for little, with a cursor to go on', async () => {
    const wanted = await recorded(api, [], NO_TOTALS);
    const others = Array.from({ length: 999 }, (_, index) => ({ sequence: index + 2, actor: 'other' }));
    await Promise.all(others.map(async (header) => recorded(api, [], NO_TOTALS, header)));
    expect(await page({ actorId: 'owner' })).toMatchObject({
      nodes: [],
      pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
    });
    expect(await log({ actorId: 'owner' })).toEqual([wanted]);
    api.commands.length = 0;
    await page({ actorId: 'other', createdAfter: '2026-11-24' });
    expect(api.commands.filter((command) => command === 'QueryCommand').length).toBeLessThan(3);
  });

  it.each(['yesterday', '2026-11-22T12:00:00', '2026-13-01', '22.11.2026', ''])(
    'is refused for a time that is none: "%s"',
    async (createdAfter) => {
      expect(await refusal({ createdAfter })).toMatchObject([
        { message: expect.stringContaining('ISO 8601'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    },
  );
});

describe('the log', () => {
  beforeEach(async () => {
    api = await startSmallTree('PROCESS');
  });
  afterEach(async () => api.stop());

  it('of a subgroup is that of its top-level group', async () => {
    await done(api, ATTACH, { groups: [2] });
    expect(await refusal({ path: 'group-1/group-2' })).toMatchObject([
      { message: expect.stringContaining('rootAncestor'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('of a group that was a top-level group stays its own, for who may read profiles there', async () => {
    const attach = await done(api, ATTACH, { groups: [1] });
    api.env.clock.advance(1_000);
    const rehome = await moveGroup(api, 1, 9);
    await member(api, 'new-developer', groupRef(9), 'developer');
    await member(api, 'old-developer', groupRef(1), 'developer');
    for (const user of ['new-developer', 'old-developer'])
      expect(await log({ path: 'group-9/group-1', user })).toEqual([rehome, attach]);
    expect(await log({ path: 'group-9' })).toEqual([]);
  });

  it('is for who may read profiles, and null for who may not see the group', async () => {
    await member(api, 'reporter', groupRef(1), 'reporter');
    expect(await refusal({ user: 'reporter' })).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await api.ask(LOG, { user: 'stranger', variables: { path: 'group-1' } })).data).toEqual({
      group: null,
    });
  });

  it.each([
    'x',
    '',
    'LOG#1',
    'PROFILE#0000000000000001#01M81J18G047C4FEZDQK8YZG0M',
    `LOG#${'0'.repeat(9_000)}`,
  ])('refuses what is no cursor of it: %s', async (text) => {
    expect(await refusal({ after: Buffer.from(text).toString('base64url') })).toMatchObject([
      { message: expect.stringContaining('"after"'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('costs what it reads: a hundred operations, but not with the results of each', async () => {
    const ask = async (fields: string): Promise<unknown> =>
      (
        await api.ask(
          `{ group(fullPath: "group-1") { securityScanProfileOperations(first: 100) { nodes { ${fields} } } } }`,
        )
      ).errors;
    expect(
      await ask(
        'id actor { id } profile { id } totals { projects } progress { pagesDone } undoOf { id } retryOf { id }',
      ),
    ).toEqual([]);
    for (const field of ['results', 'removals'])
      expect(await ask(`${field}(first: 1) { nodes { projectId } }`)).toMatchObject([
        { extensions: { code: 'LIMIT_EXCEEDED' } },
      ]);
  });
});
