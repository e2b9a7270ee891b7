import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meter } from '../../../bench/meter.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { flatGroup, letHold, subgroups } from '../../support/flat-group.ts';
import { startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';
import { scansOf } from '../../support/scans.ts';

/**
 * What coverage, filters and reports cost at the table: calls and read units, the latter as the engine counts them. The
 * figures of docs/performance.md are these.
 */
let api: TestApi;

const FLAT = 900;
const NARROW = 300;

beforeAll(async () => {
  api = await startGraphqlApi();
  const { world, env } = api;
  await world.group(1, null);
  await world.group(2, 1);
  await world.group(3, 1);
  const flat = Array.from({ length: FLAT }, (_, index) => 10_000 + index);
  await flatGroup(env.table, [2, 1], flat);
  const profiles = await customProfiles(env.table, 1, 3);
  await letHold(env.table, 1, flat, profiles);
  const groups = Array.from({ length: NARROW }, (_, index) => 1_000 + index);
  await subgroups(env.table, [3, 1], groups);
  for (const [index, groupId] of groups.entries())
    await flatGroup(env.table, [groupId, 3, 1], [20_000 + 2 * index, 20_001 + 2 * index]);
});
afterAll(async () => api.stop());

async function costOf(query: string): Promise<{ readonly calls: number; readonly readUnits: number }> {
  const metered = meter(api.env.table);
  const { errors } = await api.ask(query);
  const { calls, readUnits } = metered.read();
  expect(errors).toEqual([]);
  return { calls, readUnits };
}

const group = (path: string, field: string): string => `{ group(fullPath: "group-1/${path}") { ${field} } }`;
const COVERAGE = 'securityScanProfileCoverage { projects }';

/** What every query pays: finding the group by its path, and where it is. */
const FOUND = 3;

describe('the coverage of', () => {
  it('900 projects in one group takes a call for 50 of them, a query for a thousand, and one for the profiles', async () => {
    const { calls, readUnits } = await costOf(group('group-2', COVERAGE));
    expect(calls).toBe(FOUND + FLAT / 50 + 1 + 1);
    // An item of the project and one of its scans each, and the index of the group.
    expect(readUnits / FLAT).toBeCloseTo(2, 1);
  });

  it('600 projects in 300 groups takes a query for each group besides', async () => {
    const { calls, readUnits } = await costOf(group('group-3', COVERAGE));
    expect(calls).toBe(FOUND + (2 * NARROW) / 50 + NARROW + 1);
    expect(readUnits / (2 * NARROW)).toBeCloseTo(2.5, 1);
  });
});

describe('a page of projects', () => {
  it.each([
    ['withProfile: "gid://gitlab/Security::ScanProfile/4711"', 100, 1],
    ['status: FAILED', 50, 2],
  ])(
    'with %s takes a call for %i that are looked at, and %i read units for each',
    async (filter, size, units) => {
      const { calls, readUnits } = await costOf(group('group-2', `projects(${filter}) { nodes { id } }`));
      expect(calls).toBe(FOUND + FLAT / size + 1 + 1);
      expect(readUnits / FLAT).toBeCloseTo(units, 1);
    },
  );
});

describe('a page that is full early', () => {
  it('looks at no more than what was under way by then', async () => {
    const { calls } = await costOf(group('group-2', 'projects(status: PENDING, first: 10) { nodes { id } }'));
    // Four stretches of projects, their profiles, and the ten projects themselves.
    expect(calls).toBeLessThanOrEqual(FOUND + 4 + 1 + 1 + 2);
  });
});

describe('the statuses of 100 projects', () => {
  it('take one more call than their profiles, and one more read unit for each', async () => {
    const list = (field: string): string => group('group-2', `projects(first: 100) { nodes { ${field} } }`);
    const profiles = await costOf(list('securityScanProfiles { id }'));
    const statuses = await costOf(list('scanProfileStatuses { status }'));
    expect(statuses.calls - profiles.calls).toBe(1);
    expect(statuses.readUnits - profiles.readUnits).toBe(100);
  });
});

describe('the report of a scan', () => {
  it('takes four reads and a write of one unit, of four units the first time', async () => {
    const scans = scansOf(api.env);
    const metered: unknown[] = [];
    for (let time = 0; time < 2; time += 1) {
      const { read } = meter(api.env.table);
      await scans.finished(10_000);
      const { calls, writeUnits } = read();
      metered.push({ calls, writeUnits });
    }
    expect(metered).toEqual([
      { calls: 5, writeUnits: 4 },
      { calls: 5, writeUnits: 1 },
    ]);
  });
});
