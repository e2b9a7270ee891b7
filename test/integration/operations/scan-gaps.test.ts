import { beforeEach, expect, it } from 'vitest';
import { outcomesOf } from '../../support/operation-records.ts';
import { type Scans, scansOf } from '../../support/scans.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('ENGINE');
let w: World;
let scans: Scans;

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  scans = scansOf(w.env);
  await w.group(1, null);
  for (const id of [11, 12, 13, 14]) await w.project(id, 1);
});

const FILL = { profile: { template: 'sast' }, groupIds: [1], mode: 'FILL_SCAN_GAPS' } as const;
const DAY = 24 * 60 * 60 * 1000;

function daysAgo(days: number): string {
  return new Date(w.env.clock.now() - days * DAY).toISOString();
}

it('FILL_SCAN_GAPS leaves out what something else scanned for that type within 90 days', async () => {
  await scans.finished(11, { external: true, occurred_at: daysAgo(89) });
  await scans.finished(12, { external: true, occurred_at: daysAgo(91) });
  await scans.finished(13, { external: true, scan_type: 'secret_detection' });
  const expected = { 11: 'UNCHANGED/ALREADY_COVERED', 12: 'APPLIED', 13: 'APPLIED', 14: 'APPLIED' };
  const preview = await w.ended(await w.request({ ...FILL, dryRun: true }));
  expect(await outcomesOf(w.env.table, preview.id)).toEqual(expected);
  const { id } = await w.ended(await w.request(FILL));
  expect(await outcomesOf(w.env.table, id)).toEqual(expected);
});

it('of a scan that is told late, or twice, the latest one counts', async () => {
  await scans.finished(11, { external: true });
  await scans.finished(11, { external: true, occurred_at: daysAgo(100) });
  const { revision } = (await scans.stored(11)) ?? {};
  await scans.finished(11, { external: true });
  expect((await scans.stored(11))?.revision).toBe(revision);
  const { id } = await w.accepted({ ...FILL, groupIds: [], projectIds: [11] });
  expect(await outcomesOf(w.env.table, id)).toEqual({ 11: 'UNCHANGED/ALREADY_COVERED' });
});

it('a scan by something else gives no status to what is attached, and takes none away', async () => {
  await w.accepted({ profile: { template: 'sast' }, projectIds: [11] });
  await scans.finished(11, { result: 'failed', build_id: 1 });
  await scans.finished(11, { external: true, build_id: 2 });
  expect(await scans.statuses(11)).toEqual([[1, 'WARNING', 1, 0]]);
  await scans.finished(11, { result: 'failed', build_id: 3 });
  expect(await scans.statuses(11)).toEqual([[1, 'WARNING', 2, 0]]);
  expect((await scans.stored(11))?.external).toEqual({ SAST: w.env.clock.now() });
});

it('of any other mode what else scans is not even read', async () => {
  await scans.finished(11, { external: true });
  const { id } = await w.ended(await w.request({ ...FILL, mode: 'FILL_PROFILE_GAPS' }));
  expect(await outcomesOf(w.env.table, id)).toMatchObject({ 11: 'APPLIED' });
});
