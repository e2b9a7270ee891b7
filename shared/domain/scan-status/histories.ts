import type { ProjectState } from '../project-state.ts';
import { attachmentIdentity, type VisibleAttachment } from '../visible-attachments.ts';
import { type ScanHistory, withReport } from './history.ts';
import type { ScanReport, TimeSource } from './report.ts';

/** What is remembered of the scans of one project, by profile id. */
export type ScanHistories = Readonly<Record<string, ScanHistory>>;

/**
 * Histories that are kept for one project. What was detached may be put back by an undo, and is forgotten only where
 * there are more than these.
 */
const MAXIMUM_HISTORIES = 20;

/** The history of an attachment; undefined where nothing was reported for it, whatever there was for an earlier one. */
export function historyOf(
  histories: ScanHistories,
  { profile, attachment }: VisibleAttachment,
): ScanHistory | undefined {
  const history = histories[profile.id];
  return history?.attachment === attachmentIdentity(attachment) ? history : undefined;
}

/** Milliseconds: events may tell whole seconds only. */
const ROUNDING = 1_000;

/**
 * Whether a scan ended for an earlier attachment of the profile, which is gone: the report is late. Where there was none, a
 * scan from before the attachment counts, so that what is known already can be reported.
 */
export function isOfEarlier(
  { profile, attachment }: VisibleAttachment,
  at: number,
  histories: ScanHistories,
  { decided }: Pick<ProjectState, 'decided'>,
): boolean {
  if (attachment.origin !== undefined || at >= attachment.at - ROUNDING) return false;
  const history = histories[profile.id];
  const hadOne = history !== undefined && history.attachment !== attachmentIdentity(attachment);
  return hadOne || decided[profile.id]?.removed !== undefined;
}

/** The histories of a project with one more report for each of these attachments. The same where nothing changes. */
export function withReports(
  histories: ScanHistories,
  attachments: readonly VisibleAttachment[],
  report: ScanReport,
  timeSource: TimeSource,
): ScanHistories {
  const changed = attachments.flatMap((attached) => {
    const known = historyOf(histories, attached);
    const next = withReport(known ?? newHistory(attached), report, timeSource);
    return next === known ? [] : [[String(attached.profile.id), next] as const];
  });
  return changed.length === 0 ? histories : { ...histories, ...Object.fromEntries(changed) };
}

/** Without what has to be forgotten: of attachments that are gone, those that were scanned the longest ago. */
export function withoutSurplus(
  histories: ScanHistories,
  { attachments }: Pick<ProjectState, 'attachments'>,
): ScanHistories {
  const all = Object.entries(histories);
  if (all.length <= MAXIMUM_HISTORIES) return histories;
  const isHeld = ([profileId, { attachment }]: (typeof all)[number]): boolean => {
    const held = attachments[profileId];
    return held !== undefined && attachmentIdentity(held) === attachment;
  };
  const lastScan = ([, { recent }]: (typeof all)[number]): number => recent.at(-1)?.at ?? 0;
  const ranked = all.toSorted(
    (one, other) => Number(isHeld(other)) - Number(isHeld(one)) || lastScan(other) - lastScan(one),
  );
  return Object.fromEntries(ranked.slice(0, MAXIMUM_HISTORIES));
}

function newHistory({ attachment }: VisibleAttachment): ScanHistory {
  return { attachment: attachmentIdentity(attachment), recent: [] };
}
