import { beforeEach, describe, expect, it } from 'vitest';
import { importTree } from '../../../shared/import/import-tree.ts';
import { METRICS } from '../../../shared/names.ts';
import { deleteProfile } from '../../../shared/pipeline/profiles/delete-profile.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { letHold } from '../../support/flat-group.ts';
import { injectFaults } from '../../support/faults.ts';
import { groupLineOf, importFiles, projectLineOf } from '../../support/import-files.ts';
import { type Scans, scansOf } from '../../support/scans.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('ENGINE');
let w: World;
let scans: Scans;
/** Two of SAST on the default branch, one of secrets on the default branch. */
let profiles: readonly number[];

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  scans = scansOf(w.env);
  await w.group(1, null);
  await w.group(9, null);
  await w.project(11, 1);
  await w.project(12, 1);
  await w.project(91, 9);
  const sast = await customProfiles(w.env.table, 1, 2);
  const secrets = await customProfiles(w.env.table, 1, 1, { scanType: 'SECRET_DETECTION' });
  profiles = [...sast, ...secrets];
  await letHold(w.env.table, 1, [11], profiles);
});

async function commandsDuring(work: () => Promise<void>): Promise<readonly string[]> {
  const commands: string[] = [];
  const faults = injectFaults(w.env.table, (command) => {
    commands.push(command);
    return undefined;
  });
  await work();
  faults.stop();
  return commands;
}

describe('the end of a scan', () => {
  it('by scan type counts for every attached profile of it that has the trigger', async () => {
    await scans.finished(11);
    expect(await scans.statuses(11)).toEqual([
      [1, 'ACTIVE', 0, 1],
      [2, 'ACTIVE', 0, 1],
      [3, 'PENDING', 0, 0],
    ]);
  });

  it('by profile counts for that one', async () => {
    await scans.finished(11, { profile_id: 2, result: 'failed' });
    expect(await scans.statuses(11)).toEqual([
      [1, 'PENDING', 0, 0],
      [2, 'WARNING', 1, 0],
      [3, 'PENDING', 0, 0],
    ]);
  });

  it('three times failed, and once succeeded after that', async () => {
    for (let time = 0; time < 3; time += 1) await scans.finished(11, { profile_id: 1, result: 'failed' });
    expect((await scans.statuses(11))[0]).toEqual([1, 'FAILED', 3, 0]);
    w.env.clock.advance(1_000);
    await scans.finished(11, { profile_id: 1 });
    expect((await scans.statuses(11))[0]).toEqual([1, 'ACTIVE', 0, 1]);
    w.env.clock.advance(91 * 24 * 60 * 60 * 1000);
    expect((await scans.statuses(11))[0]).toEqual([1, 'STALE', 0, 1]);
  });

  it('told twice counts once, and the second time writes nothing', async () => {
    const detail = { build_id: 7, result: 'failed' };
    await scans.finished(11, detail);
    const commands = await commandsDuring(async () => scans.finished(11, detail));
    expect((await scans.statuses(11))[0]).toEqual([1, 'WARNING', 1, 0]);
    expect(commands.filter((command) => /Write|Put|Update|Statement/.test(command))).toEqual([]);
  });

  it('told again much later, as another event without a time of its own, stands where it stood', async () => {
    for (const build_id of [1, 2, 3, 4]) {
      w.env.clock.advance(1_000);
      await scans.finished(11, { build_id, result: build_id === 1 ? 'success' : 'failed' });
    }
    w.env.clock.advance(60_000);
    const commands = await commandsDuring(async () => scans.finished(11, { build_id: 1 }));
    expect((await scans.statuses(11))[0]).toEqual([1, 'FAILED', 3, 0]);
    expect(commands.filter((command) => /Write|Put|Update|Statement/.test(command))).toEqual([]);
    await scans.finished(11, { build_id: 1, occurred_at: new Date(w.env.clock.now()).toISOString() });
    expect((await scans.statuses(11))[0]).toEqual([1, 'ACTIVE', 0, 1]);
  });

  it('told late stands where it belongs', async () => {
    await scans.finished(11, { occurred_at: '2026-11-20T10:00:00Z' });
    await scans.finished(11, { occurred_at: '2026-11-18T10:00:00Z', result: 'failed' });
    expect((await scans.statuses(11))[0]).toEqual([1, 'ACTIVE', 0, 1]);
  });

  it('that is yet to come is taken as now', async () => {
    await scans.finished(11, { occurred_at: '2033-01-01T00:00:00Z' });
    const { histories = {} } = (await scans.stored(11)) ?? {};
    expect(histories[1]?.recent.map(({ at }) => at)).toEqual([w.env.clock.now()]);
  });

  it('of the first of a project takes one transaction, of any other one small write', async () => {
    const first = await commandsDuring(async () => scans.finished(11));
    const second = await commandsDuring(async () => scans.finished(11));
    const isWrite = (command: string): boolean => /Put|TransactWrite/.test(command);
    expect(first.filter(isWrite)).toEqual(['TransactWriteItemsCommand']);
    expect(second.filter(isWrite)).toEqual(['PutItemCommand']);
  });
});

describe('the end of a scan that nothing attached is about is counted, and nothing comes of it', () => {
  it.each([
    ['a project that is not known', 77, {}],
    ['a project that shows nothing', 12, {}],
    ['a scan type that is not attached', 11, { scan_type: 'dependency_scanning' }],
    ['a trigger that no attached profile has', 11, { trigger: 'merge_request_pipeline' }],
    ['a profile that is not attached', 12, { profile_id: 1 }],
    ['a profile of another root', 91, { profile_id: 1 }],
    ['a profile without the trigger', 11, { profile_id: 1, trigger: 'sbom_ingested' }],
    ['a profile that there never was', 11, { profile_id: 4711 }],
  ])('%s', async (_name, projectId, detail) => {
    await scans.finished(projectId, detail);
    expect(await scans.stored(projectId)).toBeUndefined();
    expect(w.env.log.counts.get(METRICS.scanReportIgnored)).toBe(1);
    expect(w.env.log.lines).toContainEqual({
      level: 'info',
      message: 'scan finished',
      details: { eventId: 'scan-1', projectId, result: 'NOTHING_ATTACHED' },
    });
  });

  it('a profile that is being deleted', async () => {
    const deleted = await deleteProfile(w.env, { actor: 'owner', id: { id: 1 }, dryRun: false });
    expect(deleted.result).toBe('DONE');
    await scans.finished(11, { profile_id: 1 });
    expect(await scans.stored(11)).toBeUndefined();
  });
});

describe('what was reported goes with the project', () => {
  beforeEach(async () => {
    await scans.finished(11);
    expect(await scans.stored(11)).toBeDefined();
  });

  it('that is deleted by an event', async () => {
    await w.event('ProjectDeletedEvent', { project_id: 11 });
    expect(await scans.stored(11)).toBeUndefined();
  });

  it('that an import prunes', async () => {
    const files = await importFiles({
      groups: [groupLineOf(1, null), groupLineOf(9, null)],
      projects: [projectLineOf(12, 1), projectLineOf(91, 9)],
    });
    const imported = await importTree(w.env, { ...files, asOf: w.env.clock.now(), prune: 'REMOVE' });
    expect(imported).toMatchObject({ summary: { pruned: { nodes: 1 } } });
    expect(await scans.stored(11)).toBeUndefined();
  });

  it('and a report that comes after that creates nothing', async () => {
    await w.event('ProjectDeletedEvent', { project_id: 11 });
    await scans.finished(11);
    expect(await scans.stored(11)).toBeUndefined();
  });
});
