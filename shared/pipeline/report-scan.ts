import { permissionsOf } from '../domain/access.ts';
import { nodeKey, projectRef } from '../domain/node.ts';
import type { ProjectState } from '../domain/project-state.ts';
import { type AttachmentStatus, statusesOf } from '../domain/scan-status/attachment-status.ts';
import { withExternalScan } from '../domain/scan-status/external-scans.ts';
import { isOfEarlier, withReports, withoutSurplus } from '../domain/scan-status/histories.ts';
import type { ScanReport, TimeSource } from '../domain/scan-status/report.ts';
import type { ScanType } from '../domain/scan-types/scan-types.ts';
import { addressed, type ScanSubject } from '../domain/scan-status/subject.ts';
import { heldUnder, type VisibleAttachment, visibleAttachments } from '../domain/visible-attachments.ts';
import type { Environment } from '../environment/environment.ts';
import { getProfiles } from '../storage/profiles.ts';
import { readScanResults, type ScanResults, writeScanResults } from '../storage/scan-results.ts';
import { isVisible, locate } from '../tree/locate.ts';
import { untilWritten } from './retry.ts';

type Env = Pick<Environment, 'table' | 'clock' | 'random' | 'log' | 'newId'>;

/** How a scan of a project ended. */
export interface ScanReportRequest {
  readonly projectId: number;
  readonly subject: ScanSubject;
  readonly report: ScanReport;
  readonly timeSource: TimeSource;
  /** User id of who says so; undefined where an event does. */
  readonly actor?: string | undefined;
}

/** `statuses` of the profiles that the report was for, after it. NOTHING_ATTACHED: it is about nothing that the project shows, so that nothing came of it. */
export type ScanReported =
  | { readonly result: 'DENIED' | 'NOTHING_ATTACHED' }
  | { readonly result: 'RECORDED'; readonly statuses: readonly AttachmentStatus[] };

/**
 * Records how a scan ended, for the profiles that the project shows at this moment. Can run any number of times for the
 * same scan, at any later time and in any order. A time that is yet to come counts as now.
 */
export async function reportScan(env: Env, request: ScanReportRequest): Promise<ScanReported> {
  return untilWritten(env, 'recording a scan', async () => recordOnce(env, request));
}

/** Undefined where somebody else wrote in between. */
async function recordOnce(
  env: Env,
  { projectId, subject, report, timeSource, actor }: ScanReportRequest,
): Promise<ScanReported | undefined> {
  const ref = projectRef(projectId);
  const located = (await locate(env, [ref], actor ?? '')).get(nodeKey(ref));
  if (actor !== undefined && !(isVisible(located) && permissionsOf(located).report))
    return { result: 'DENIED' };
  if (located?.node.kind !== 'project') return { result: 'NOTHING_ATTACHED' };
  const { state } = located.node;
  if ('external' in subject && subject.external)
    return noteExternal(env, projectId, subject.scanType, report.at);
  const visible = await visibleOf(env, located.root.id, state);
  const now = env.clock.now();
  const known = (await readScanResults(env.table, [projectId])).get(projectId);
  const before = known?.histories ?? {};
  const attachments = addressed(visible, subject, report.trigger).filter(
    (attached) => !isOfEarlier(attached, report.at, before, state),
  );
  if (attachments.length === 0) return { result: 'NOTHING_ATTACHED' };
  // A time that is yet to come would be another one with every delivery.
  const after =
    report.at > now
      ? withReports(before, attachments, { ...report, at: now }, 'ARRIVAL')
      : withReports(before, attachments, report, timeSource);
  if (after !== before) {
    const histories = withoutSurplus(after, state);
    const written = await write(env, projectId, known, { histories });
    if (written === 'REFUSED') return undefined;
  }
  return { result: 'RECORDED', statuses: statusesOf(attachments, after, now) };
}

/** Keeps when something else than a profile was seen to scan: it gives no status, and fills a gap. */
async function noteExternal(
  env: Env,
  projectId: number,
  scanType: ScanType,
  at: number,
): Promise<ScanReported | undefined> {
  const known = (await readScanResults(env.table, [projectId])).get(projectId);
  const before = known?.external ?? {};
  const external = withExternalScan(before, scanType, Math.min(at, env.clock.now()));
  if (external !== before && (await write(env, projectId, known, { external })) === 'REFUSED')
    return undefined;
  return { result: 'RECORDED', statuses: [] };
}

async function write(
  { table, newId }: Env,
  projectId: number,
  before: ScanResults | undefined,
  changed: Partial<ScanResults>,
): Promise<'WRITTEN' | 'REFUSED'> {
  const after = { histories: {}, external: {}, ...before, ...changed, revision: newId() };
  return writeScanResults(table, projectId, before, after);
}

async function visibleOf(
  { table }: Env,
  rootId: number,
  state: ProjectState,
): Promise<readonly VisibleAttachment[]> {
  return visibleAttachments(rootId, state, await getProfiles(table, rootId, heldUnder(rootId, state)));
}
