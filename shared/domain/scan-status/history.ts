import {
  inOrder,
  isOfSameScan,
  replaces,
  type ScanReport,
  type ScanResult,
  type TimeSource,
} from './report.ts';

/** What is remembered of the scans of one attached profile. */
export interface ScanHistory {
  /** Which attachment: see `attachmentIdentity`. Another attachment of the same profile starts anew. */
  readonly attachment: string;
  /** The latest reports, at most `WINDOW`, one for each scan, the oldest first. */
  readonly recent: readonly ScanReport[];
  /** The run of equal results right before them, once more than `WINDOW` scans were reported. */
  readonly before?: Run | undefined;
}

/** How many scans in a row ended alike. */
export interface Run {
  readonly result: ScanResult;
  readonly count: number;
}

/** Reports that may still come late, and come again, without being counted wrongly. */
export const WINDOW = 10;

/**
 * A history with one more report. In whatever order the reports of `WINDOW` scans come, and however often, the history is
 * the same in the end; what comes later than that many later ones changes nothing. Answers the history itself where
 * nothing changes.
 *
 * A report that does not say when the scan ended changes nothing where the same result is known already: the scan did not
 * end again with it. With another result it is a scan that ran again.
 */
export function withReport(history: ScanHistory, report: ScanReport, timeSource: TimeSource): ScanHistory {
  const { recent } = history;
  const known = recent.find((other) => isOfSameScan(other, report));
  if (known && (!replaces(report, known) || saysTheSame(report, known, timeSource))) return history;
  const others = recent.filter((other) => other !== known);
  const reports = [...others, report].toSorted(inOrder);
  if (reports.length <= WINDOW) return { ...history, recent: reports };
  const [oldest, ...rest] = reports;
  // Older than everything that is known: whether it was counted once already cannot be told any more.
  if (oldest === undefined || oldest === report) return history;
  return { ...history, recent: rest, before: prolonged(history.before, oldest.result) };
}

/** How many of the latest scans ended like the last one; undefined where none was reported. */
export function latestRun({ recent, before }: Pick<ScanHistory, 'recent' | 'before'>): Run | undefined {
  const last = recent.at(-1);
  if (last === undefined) return undefined;
  const { result } = last;
  const different = recent.findLastIndex((report) => report.result !== result);
  const count = recent.length - 1 - different;
  const continues = different === -1 && before?.result === result;
  return { result, count: continues ? count + before.count : count };
}

function prolonged(run: Run | undefined, result: ScanResult): Run {
  return { result, count: run?.result === result ? run.count + 1 : 1 };
}

function saysTheSame(report: ScanReport, known: ScanReport, timeSource: TimeSource): boolean {
  return report.result === known.result && (timeSource === 'ARRIVAL' || report.at === known.at);
}
