import { describe, expect, it } from 'vitest';
import { type ScanHistory, withReport } from '../../../../shared/domain/scan-status/history.ts';
import type { ScanResult } from '../../../../shared/domain/scan-status/report.ts';
import { SCAN_STATUSES, statusOf, worstOf } from '../../../../shared/domain/scan-status/status.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Scans at 1, 2, 3 …: `S` succeeded, `F` failed. */
function history(results: string): ScanHistory {
  return results.split('').reduce<ScanHistory>(
    (known, letter, index) => {
      const result: ScanResult = letter === 'F' ? 'FAILED' : 'SUCCESS';
      const at = index + 1;
      return withReport(known, { trigger: 'GIT_PUSH_EVENT', buildId: `b${at}`, result, at }, 'SAID');
    },
    { attachment: 'operation-1', recent: [] },
  );
}

describe('the status of an attached profile', () => {
  it.each([
    ['', 'PENDING', 0, 0],
    ['S', 'ACTIVE', 0, 1],
    ['F', 'WARNING', 1, 0],
    ['SF', 'WARNING', 1, 0],
    ['SFF', 'WARNING', 2, 0],
    ['SFFF', 'FAILED', 3, 0],
    ['FFF', 'FAILED', 3, 0],
    ['FFFS', 'ACTIVE', 0, 1],
    ['FSFSFF', 'WARNING', 2, 0],
    ['S'.repeat(10), 'ACTIVE', 0, 10],
    ['S'.repeat(25), 'ACTIVE', 0, 25],
    [`${'S'.repeat(9)}${'F'.repeat(14)}`, 'FAILED', 14, 0],
    [`${'F'.repeat(14)}${'S'.repeat(12)}`, 'ACTIVE', 0, 12],
  ])('after %j is %s', (results, status, consecutiveFailures, consecutiveSuccesses) => {
    expect(statusOf(history(results), 100)).toMatchObject({
      status,
      consecutiveFailures,
      consecutiveSuccesses,
      lastScanAt: results.length || undefined,
      buildId: results === '' ? undefined : `b${results.length}`,
    });
  });

  it('without a history is PENDING, however long ago it was attached', () => {
    expect(statusOf(undefined, 1000 * DAY)).toMatchObject({ status: 'PENDING', lastScanAt: undefined });
  });

  it.each(['S', 'F', 'FFF'])('after %s is STALE from the first moment after ninety days', (results) => {
    const last = results.length;
    expect(statusOf(history(results), last + 90 * DAY).status).not.toBe('STALE');
    expect(statusOf(history(results), last + 90 * DAY + 1).status).toBe('STALE');
  });
});

describe('the worst of several statuses', () => {
  it.each(SCAN_STATUSES.map((status, index) => [status, SCAN_STATUSES.slice(index)]))(
    'is %s before %j',
    (worst, statuses) => {
      expect(worstOf(statuses)).toBe(worst);
      expect(worstOf(statuses.toReversed())).toBe(worst);
    },
  );

  it('is NOT_CONFIGURED where there is none', () => {
    expect(worstOf([])).toBe('NOT_CONFIGURED');
  });

  it('goes by what needs attention most', () => {
    expect(SCAN_STATUSES).toEqual(['FAILED', 'STALE', 'WARNING', 'PENDING', 'ACTIVE', 'NOT_CONFIGURED']);
  });
});
