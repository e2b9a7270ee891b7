import type { ScanFinished } from '../../shared/domain/scan-status/scan-event.ts';
import type { Environment } from '../../shared/environment/environment.ts';
import { METRICS } from '../../shared/names.ts';
import { reportScan } from '../../shared/pipeline/report-scan.ts';

/**
 * Records the end of a scan. One of a project that is not known, or of nothing that the project shows, is counted and
 * done with: profiles are detached and projects deleted while their pipelines run.
 */
export async function recordEvent(
  env: Omit<Environment, 'attachQueue'>,
  { eventId, ...finished }: ScanFinished,
): Promise<void> {
  const { result } = await reportScan(env, finished);
  env.log.info('scan finished', { eventId, projectId: finished.projectId, result });
  if (result === 'NOTHING_ATTACHED') env.log.count(METRICS.scanReportIgnored);
}
