import { describe, expect, it } from 'vitest';
import { finalStatus, isOverThreshold } from '../../../shared/domain/operation.ts';
import { count, DistinctCount, exceptionsOf, type Outcome } from '../../../shared/domain/outcome.ts';

const OUTCOMES = new Map<number, Outcome>([
  [1, { kind: 'APPLIED' }],
  [2, { kind: 'UNCHANGED', code: 'ALREADY_ATTACHED' }],
  [3, { kind: 'FAILED', code: 'LIMIT_REACHED' }],
  [4, { kind: 'SKIPPED', code: 'DELETED' }],
  [5, { kind: 'FAILED', code: 'LIMIT_REACHED' }],
]);

describe('the record of a page', () => {
  it('names only what was no plain success', () => {
    expect(exceptionsOf(OUTCOMES)).toEqual({
      'UNCHANGED/ALREADY_ATTACHED': [2],
      'FAILED/LIMIT_REACHED': [3, 5],
      'SKIPPED/DELETED': [4],
    });
  });

  it('counts what it holds', () => {
    const record = { projectIds: [...OUTCOMES.keys()], exceptions: exceptionsOf(OUTCOMES) };
    const totals = { applied: 1, unchanged: 1, skipped: 1, failed: 2 };
    expect(new DistinctCount([record]).totals).toEqual(totals);
    expect(count([...OUTCOMES.values()].map(({ kind }) => kind))).toEqual(totals);
  });
});

describe('pages that share a project', () => {
  it('count it once, by what took effect', () => {
    const pages = [
      { projectIds: [1, 2, 3], exceptions: { 'UNCHANGED/ALREADY_ATTACHED': [1], 'FAILED/CONFLICT': [2] } },
      { projectIds: [1, 2], exceptions: {} },
      { projectIds: [3], exceptions: { 'SKIPPED/SUPERSEDED': [3] } },
    ];
    expect(new DistinctCount(pages).totals).toEqual({ applied: 3, unchanged: 0, skipped: 0, failed: 0 });
  });
});

describe('the final status', () => {
  it.each([
    [{ applied: 0, unchanged: 0, skipped: 0, failed: 0 }, 'SUCCEEDED'],
    [{ applied: 1, unchanged: 1, skipped: 1, failed: 0 }, 'SUCCEEDED'],
    [{ applied: 1, unchanged: 0, skipped: 0, failed: 1 }, 'PARTIAL'],
    [{ applied: 0, unchanged: 0, skipped: 0, failed: 2 }, 'FAILED'],
  ])('of %o is %s', (totals, status) => {
    expect(finalStatus({}, totals)).toBe(status);
  });

  it('says that it was a preview, and before that, that it was stopped', () => {
    const totals = { applied: 1, unchanged: 0, skipped: 0, failed: 1 };
    const stop = { reason: 'CANCELLED_BY_USER', by: 'owner', at: 0 } as const;
    expect(finalStatus({ dryRun: true }, totals)).toBe('PREVIEWED');
    expect(finalStatus({ dryRun: true, stop }, totals)).toBe('CANCELLED');
  });
});

describe('the failure threshold', () => {
  it.each([
    [undefined, 9, 0, false],
    [0, 0, 10, false],
    [0, 1, 999, true],
    [50, 5, 5, false],
    [50, 6, 5, true],
    [100, 5, 0, false],
  ])('of %s per cent with %i failed and %i applied', (failureThresholdPercent, failed, applied, isOver) => {
    const totals = { applied, unchanged: 0, skipped: 0, failed };
    expect(isOverThreshold({ failureThresholdPercent, totals })).toBe(isOver);
  });
});
