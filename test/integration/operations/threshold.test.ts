import { beforeEach, describe, expect, it } from 'vitest';
import type { Operation } from '../../../shared/domain/operation.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { flatGroup, letHold } from '../../support/flat-group.ts';
import { expectTruth, heldByAll } from '../../support/operation-records.ts';
import { projectItems } from '../../support/raw-items.ts';
import { redeliver } from '../../support/redelivery.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('ENGINE');
let w: World;
let held: readonly number[];
let wanted: number;

/** 11 to 13 hold ten, 14 to 16 nothing; 21 and 22, in group 2, nothing, and 23 there ten. */
const NAMED = [11, 12, 13, 14, 15, 16];
const ALL = [...NAMED, 21, 22, 23];

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await w.group(2, 1);
  await flatGroup(w.env.table, [1], NAMED);
  await flatGroup(w.env.table, [2, 1], [21, 22, 23]);
  const ids = await customProfiles(w.env.table, 1, 11);
  held = ids.slice(0, 10);
  wanted = ids[10] ?? 0;
  await letHold(w.env.table, 1, [11, 12, 13, 23], held);
});

/** Attaches to named projects, which are the first page, and to group 2, which is the second. */
async function attach(
  projectIds: readonly number[],
  failureThresholdPercent: number | undefined,
): Promise<Operation> {
  return w.ended(
    await w.request({ profile: { id: wanted }, projectIds, groupIds: [2], failureThresholdPercent }),
  );
}

const STOPPED = { status: 'CANCELLED', stop: { reason: 'FAILURE_THRESHOLD', by: 'system' } };

describe('an operation stops by itself', () => {
  it.each([
    ['0', 'one of four failed', 0, [11, 14, 15, 16], { applied: 3, failed: 1 }],
    ['50', 'two of three failed', 50, [11, 12, 14], { applied: 1, failed: 2 }],
    ['99', 'all of two failed', 99, [11, 12], { applied: 0, failed: 2 }],
  ])('at %s per cent once %s', async (_name, _when, percent, projectIds, totals) => {
    const before = await heldByAll(w.env.table, ALL);
    const operation = await attach(projectIds, percent);
    expect(operation).toMatchObject({ ...STOPPED, totals: { ...totals, unchanged: 0, skipped: 0 } });
    await expectTruth(w.env.table, operation.id, ALL);
    const items = await projectItems(w.env.table);
    await redeliver(w.env, operation.id);
    expect(await projectItems(w.env.table)).toEqual(items);
    await w.ended(await w.undo(operation.id));
    expect(await heldByAll(w.env.table, ALL)).toEqual(before);
  });

  it('and says so in the log', async () => {
    await attach([11], 0);
    expect(w.env.log.lines).toContainEqual(
      expect.objectContaining({ level: 'warn', message: expect.stringContaining('too many projects') }),
    );
  });

  it('before any page that was handed over to it', async () => {
    const answer = await w.request({
      profile: { id: wanted },
      projectIds: [11],
      groupIds: [2],
      failureThresholdPercent: 0,
    });
    await w.event('ProjectTransferredEvent', { project_id: 16, new_namespace_id: 2 });
    const operation = await w.ended(answer);
    expect(operation).toMatchObject({ ...STOPPED, totals: { applied: 0, failed: 1 } });
    await expectTruth(w.env.table, operation.id, ALL);
  });
});

describe('an operation goes on to its end', () => {
  it.each([
    ['50', 'exactly half failed', 50, [11, 14], 'PARTIAL', { applied: 3, failed: 2 }],
    ['100', 'all failed so far', 100, [11, 12, 13], 'PARTIAL', { applied: 2, failed: 4 }],
    ['0', 'none failed so far', 0, [14, 15], 'PARTIAL', { applied: 4, failed: 1 }],
    ['no', 'all failed so far', undefined, [11, 12, 13], 'PARTIAL', { applied: 2, failed: 4 }],
  ])('at %s per cent where %s', async (_name, _when, percent, projectIds, status, totals) => {
    const operation = await attach(projectIds, percent);
    expect(operation).toMatchObject({ status, totals });
    expect(operation.stop).toBeUndefined();
    await expectTruth(w.env.table, operation.id, ALL);
  });

  it('where there is nothing left that it could leave out', async () => {
    const operation = await w.accepted({
      profile: { id: wanted },
      projectIds: [11, 12],
      failureThresholdPercent: 0,
    });
    expect(operation).toMatchObject({ status: 'FAILED', totals: { failed: 2 } });
  });
});

describe('a threshold', () => {
  it('of a preview stops the preview, which cannot be applied then', async () => {
    const answer = await w.request({
      profile: { id: wanted },
      projectIds: [11],
      groupIds: [2],
      dryRun: true,
      failureThresholdPercent: 0,
    });
    const operation = await w.ended(answer);
    expect(operation).toMatchObject(STOPPED);
    expect((await w.apply(operation.id)).result).toBe('INVALID_STATE');
  });

  it('of a preview holds for applying it, unless another is given then', async () => {
    const preview = await w.accepted({
      profile: { id: wanted },
      projectIds: [14],
      failureThresholdPercent: 7,
      dryRun: true,
    });
    const same = await w.ended(await w.apply(preview.id));
    const other = await w.ended(await w.apply(preview.id, { failureThresholdPercent: 0 }));
    expect([same, other].map((operation) => operation.failureThresholdPercent)).toEqual([7, 0]);
  });
});
