import { latestRun, type ScanHistory } from './history.ts';

/** GitLab's names, the worst first: the order in which a project's statuses make one. */
export const SCAN_STATUSES = ['FAILED', 'STALE', 'WARNING', 'PENDING', 'ACTIVE', 'NOT_CONFIGURED'] as const;
export type ScanStatus = (typeof SCAN_STATUSES)[number];

/** What the reports say about an attached profile. `lastScanAt` is epoch milliseconds. */
export interface ProfileStatus {
  readonly status: ScanStatus;
  readonly consecutiveFailures: number;
  readonly consecutiveSuccesses: number;
  readonly lastScanAt: number | undefined;
  /** Of the last scan. */
  readonly buildId: string | undefined;
}

/** Milliseconds without a scan after which nobody can rely on the last one. */
export const STALE_AFTER = 90 * 24 * 60 * 60 * 1000;

/** Failures in a row from which a profile has failed; fewer are a warning. */
const FAILED_FROM = 3;

/** The status of an attached profile at a time in epoch milliseconds; without a history nothing was scanned yet. */
export function statusOf(history: ScanHistory | undefined, now: number): ProfileStatus {
  const last = history?.recent.at(-1);
  const run = history && latestRun(history);
  const failures = run?.result === 'FAILED' ? run.count : 0;
  const successes = run?.result === 'SUCCESS' ? run.count : 0;
  return {
    status: last === undefined ? 'PENDING' : statusAfter(failures, now - last.at),
    consecutiveFailures: failures,
    consecutiveSuccesses: successes,
    lastScanAt: last?.at,
    buildId: last?.buildId,
  };
}

function statusAfter(failures: number, age: number): ScanStatus {
  if (age > STALE_AFTER) return 'STALE';
  if (failures >= FAILED_FROM) return 'FAILED';
  return failures > 0 ? 'WARNING' : 'ACTIVE';
}

/** The one that needs attention most; NOT_CONFIGURED where there is none. */
export function worstOf(statuses: readonly ScanStatus[]): ScanStatus {
  return SCAN_STATUSES.find((status) => statuses.includes(status)) ?? 'NOT_CONFIGURED';
}
