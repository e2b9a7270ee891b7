import type { Trigger } from '../scan-types/scan-types.ts';

export const SCAN_RESULTS = ['SUCCESS', 'FAILED'] as const;
export type ScanResult = (typeof SCAN_RESULTS)[number];

/** How one scan ended. The trigger and the build tell it from all others, so that it may be told any number of times. */
export interface ScanReport {
  readonly trigger: Trigger;
  /** Of the pipeline or build that scanned: 1 to `LONGEST_BUILD_ID` characters. */
  readonly buildId: string;
  readonly result: ScanResult;
  /** When the scan ended, in epoch milliseconds. */
  readonly at: number;
}

/**
 * Whether a report says itself when the scan ended. One that does not has the time at which it arrives: another one each
 * time that it is told.
 */
export type TimeSource = 'SAID' | 'ARRIVAL';

/** Ten reports of ten profiles have to stay a small item. */
export const LONGEST_BUILD_ID = 100;

export function isOfSameScan(one: ScanReport, other: ScanReport): boolean {
  return one.trigger === other.trigger && one.buildId === other.buildId;
}

/**
 * The order in which scans ended. Those that ended at one moment have an order too, so that it does not matter which one
 * was told first.
 */
export function inOrder(one: ScanReport, other: ScanReport): number {
  return one.at - other.at || compare(one.trigger, other.trigger) || compare(one.buildId, other.buildId);
}

/** Of two reports of one scan the later one holds; of one moment the failure, which nobody should miss. */
export function replaces(report: ScanReport, known: ScanReport): boolean {
  return report.at > known.at || (report.at === known.at && report.result === 'FAILED');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
