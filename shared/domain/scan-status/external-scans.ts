import type { ScanType } from '../scan-types/scan-types.ts';
import { STALE_AFTER } from './status.ts';

/**
 * When something else than a profile was last seen to scan a project, such as its own pipeline configuration: by scan type,
 * in epoch milliseconds.
 */
export type ExternalScans = Readonly<Partial<Record<ScanType, number>>>;

/** With one more scan, whatever order they come in. The same where nothing changes. */
export function withExternalScan(known: ExternalScans, scanType: ScanType, at: number): ExternalScans {
  return (known[scanType] ?? -Infinity) >= at ? known : { ...known, [scanType]: at };
}

/** Whether something else scans for this: as a status goes stale, so does what was seen of others. */
export function isScannedByOthers(
  known: Readonly<Record<string, number | undefined>>,
  scanType: string,
  now: number,
): boolean {
  const last = known[scanType];
  return last !== undefined && now - last <= STALE_AFTER;
}
