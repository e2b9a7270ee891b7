import { beforeEach, expect, it } from 'vitest';
import { type Scans, scansOf } from '../../support/scans.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('ENGINE');
let w: World;
let scans: Scans;

const SAST = { profile: { template: 'sast' }, projectIds: [11] };
const HOUR = 60 * 60 * 1000;

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  scans = scansOf(w.env);
  await w.group(1, null);
  await w.project(11, 1);
  await w.accepted(SAST);
  w.env.clock.advance(HOUR);
});

function hours(count: number): string {
  return new Date(w.env.clock.now() + count * HOUR).toISOString();
}

async function attachedAnew(after: number): Promise<void> {
  await w.accepted({ ...SAST, kind: 'DETACH' });
  w.env.clock.advance(after);
  await w.accepted(SAST);
}

it('the late report of a scan for an earlier attachment is not about the one that there is now', async () => {
  await attachedAnew(HOUR / 2);
  await scans.finished(11, { result: 'failed', occurred_at: hours(-0.75) });
  expect(await scans.statuses(11)).toEqual([[1, 'PENDING', 0, 0]]);
  await scans.finished(11, { occurred_at: hours(0) });
  expect(await scans.statuses(11)).toEqual([[1, 'ACTIVE', 0, 1]]);
});

it('so where only what was reported of the earlier one is left to tell that there was one', async () => {
  await scans.finished(11, { occurred_at: hours(0) });
  await attachedAnew(2 * HOUR);
  await scans.finished(11, { result: 'failed', build_id: 7, occurred_at: hours(-2) });
  expect(await scans.statuses(11)).toEqual([[1, 'PENDING', 0, 0]]);
});

it('one from before the first attachment counts: what is known already can be reported', async () => {
  await scans.finished(11, { occurred_at: hours(-24 * 91) });
  expect(await scans.statuses(11)).toEqual([[1, 'STALE', 0, 1]]);
});

it('one from before an attachment that an undo has put back counts for it', async () => {
  const { id } = await w.accepted({ ...SAST, kind: 'DETACH' });
  await w.ended(await w.undo(id));
  await scans.finished(11, { occurred_at: hours(-0.5) });
  expect(await scans.statuses(11)).toEqual([[1, 'ACTIVE', 0, 1]]);
});

it('one that is yet to come counts once, however often it is delivered', async () => {
  const ahead = { build_id: 1, occurred_at: hours(1) };
  await scans.finished(11, ahead);
  w.env.clock.advance(60_000);
  await scans.finished(11, { build_id: 2, result: 'failed' });
  w.env.clock.advance(60_000);
  await scans.finished(11, ahead);
  expect(await scans.statuses(11)).toEqual([[1, 'WARNING', 1, 0]]);
});
