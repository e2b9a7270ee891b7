import { describe, expect, it } from 'vitest';
import { pageOf, SAST } from './support/data.ts';
import { Deployment } from './support/deployment.ts';
import { runAt } from './support/run.ts';

type Arguments = Readonly<Record<string, unknown>>;

const STATUSES = ['FAILED', 'STALE', 'WARNING', 'PENDING', 'ACTIVE', 'NOT_CONFIGURED'];

function countsOf(counts: Readonly<Record<string, number>>): object {
  return STATUSES.map((status) => ({ status, projects: counts[status] ?? 0 }));
}

/** After so many of three parts of a group. */
function coverageAfter(parts: number): object {
  const statuses = countsOf({ ACTIVE: 1_000 * parts, NOT_CONFIGURED: 500 * parts });
  return {
    projects: 1_500 * parts,
    projectsWithProfile: 1_000 * parts,
    scanTypes: [{ scanType: 'SAST', projects: 1_000 * parts, statuses }],
    statuses,
    pageInfo: { hasNextPage: parts < 3, endCursor: parts < 3 ? String(parts) : null },
  };
}

async function counted(): Promise<Deployment & { readonly arguments: readonly Arguments[] }> {
  const given: Arguments[] = [];
  const deployment = await Deployment.of({
    group: ({ fullPath }: { readonly fullPath: string }) =>
      fullPath === 'top'
        ? {
            securityScanProfileCoverage: (args: Arguments) => {
              given.push(args);
              return coverageAfter(Number(args['after'] ?? 0) + 1);
            },
          }
        : null,
  });
  return Object.assign(deployment, { arguments: given });
}

describe('coverage', () => {
  it('is that of the whole group, however many parts it is counted in', async () => {
    await using api = await counted();
    const { code, data } = await runAt(api, ['coverage', 'top']);
    expect(code).toBe(0);
    expect(data).toBe(
      [
        'Projects: 4,500, of which 3,000 have a profile',
        '',
        'Scan type  With profile  FAILED  STALE  WARNING  PENDING  ACTIVE  NOT_CONFIGURED',
        'SAST              3,000       0      0        0        0   3,000           1,500',
        'any               3,000       0      0        0        0   3,000           1,500',
        '',
      ].join('\n'),
    );
    expect(api.arguments).toMatchObject([{ includeSubgroups: true }, { after: '1' }, { after: '2' }]);
  });

  it('shows how far it is', async () => {
    await using api = await counted();
    expect((await runAt(api, ['coverage', 'top'])).notes).toContain('projects 3,000');
  });

  it('is data, of the group alone', async () => {
    await using api = await counted();
    const json = await runAt(api, ['coverage', 'top', '--direct', '--json']);
    expect(JSON.parse(json.data)).toMatchObject({
      group: 'top',
      projects: 4_500,
      projectsWithProfile: 3_000,
    });
    expect(json.data).not.toContain('pageInfo');
    expect(api.arguments[0]).toMatchObject({ includeSubgroups: false });
    const csv = await runAt(api, ['coverage', 'top', '--csv']);
    expect(csv.data).toContain('\nany,3000,0,0,0,0,3000,1500\n');
  });

  it('is none of a group that is not there', async () => {
    await using api = await counted();
    expect(await runAt(api, ['coverage', 'none'])).toMatchObject({ code: 1, data: '' });
  });
});

describe('projects', () => {
  const all = Array.from({ length: 120 }, (_, index) => ({
    id: `gid://gitlab/Project/${index}`,
    fullPath: `top/p${index}`,
    attachedSecurityScanProfiles: [SAST],
  }));

  async function listed(): Promise<Deployment & { readonly arguments: readonly Arguments[] }> {
    const given: Arguments[] = [];
    const deployment = await Deployment.of({
      group: {
        availableSecurityScanProfiles: [SAST],
        projects: ({ first, after, ...rest }: { readonly first: number; readonly after?: string | null }) => {
          given.push(rest);
          // An empty page before the last, as a filter makes it.
          if (after === undefined || after === null)
            return { nodes: [], pageInfo: { hasNextPage: true, endCursor: '0' } };
          return pageOf(all, { first, after });
        },
      },
    });
    return Object.assign(deployment, { arguments: given });
  }

  it('are listed with what they hold, page after page', async () => {
    await using api = await listed();
    const { code, data } = await runAt(api, ['projects', 'top', '--csv']);
    expect(code).toBe(0);
    expect(data.trimEnd().split('\n')).toHaveLength(121);
    expect(data).toContain(`\ngid://gitlab/Project/119,top/p119,${SAST.id},"Our SAST"\n`);
    expect(api.arguments[0]).toEqual({ includeSubgroups: true });
  });

  it('are filtered by the API, with profiles named as everywhere', async () => {
    await using api = await listed();
    const filter = [
      '--with',
      'our sast',
      '--without',
      'secret_detection',
      '--without-type',
      'dependency-scanning',
    ];
    const { data } = await runAt(api, [
      'projects',
      'top',
      ...filter,
      '--status',
      'not-configured',
      '--direct',
    ]);
    expect(data).toMatch(/^top\/p0 +Our SAST$/m);
    expect(api.arguments[0]).toEqual({
      includeSubgroups: false,
      withProfile: SAST.id,
      withoutProfile: 'gid://gitlab/Security::ScanProfile/secret_detection',
      withoutScanType: 'DEPENDENCY_SCANNING',
      status: 'NOT_CONFIGURED',
    });
  });
});

describe('status', () => {
  const status = {
    scanProfile: SAST,
    status: 'WARNING',
    consecutiveFailureCount: 2,
    consecutiveSuccessCount: 0,
    lastScanAt: '2026-11-22T08:50:01.000Z',
    buildId: '4711',
  };
  const there = async (all: readonly object[]): Promise<Deployment> =>
    Deployment.of({
      project: ({ fullPath }: { readonly fullPath: string }) =>
        fullPath === 'top/app' ? { scanProfileStatuses: all } : null,
    });

  it('is told for every profile', async () => {
    await using api = await there([status]);
    const { data } = await runAt(api, ['status', 'top/app']);
    expect(data).toMatch(/^7 +Our SAST +SAST +WARNING +2 +0 +2026-11-22 08:50:01Z +4711$/m);
    const csv = await runAt(api, ['status', 'top/app', '--csv']);
    expect(csv.data).toContain(`\n${SAST.id},"Our SAST",SAST,WARNING,2,0,2026-11-22T08:50:01.000Z,4711\n`);
  });

  it('is none without a profile, and refused where there is no project', async () => {
    await using api = await there([]);
    expect(await runAt(api, ['status', 'top/app'])).toMatchObject({ code: 0, data: '' });
    expect(await runAt(api, ['status', 'top/none'])).toMatchObject({ code: 1, data: '' });
  });
});
