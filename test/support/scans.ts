import { recordEvent } from '../../functions/status-worker/record-event.ts';
import { Loaders } from '../../functions/graphql/loaders.ts';
import { scanStatusesOf } from '../../functions/graphql/resolvers/scan-status.ts';
import { parseScanFinished } from '../../shared/domain/scan-status/scan-event.ts';
import { readScanResults, type ScanResults } from '../../shared/storage/scan-results.ts';
import type { TestEnvironment } from './test-environment.ts';

/** What happens with the scans of projects, as the status worker is told and as `owner` sees it. */
export interface Scans {
  /** The end of a scan, a successful one of SAST on the default branch unless it says otherwise. */
  finished(projectId: number, detail?: Record<string, unknown>): Promise<void>;
  /** Profile id, status, failures and successes in a row, of each attached profile. */
  statuses(projectId: number): Promise<readonly (readonly [number, string, number, number])[]>;
  stored(projectId: number): Promise<ScanResults | undefined>;
}

export function scansOf(env: TestEnvironment): Scans {
  let events = 0;
  return {
    async finished(projectId, detail = {}) {
      events += 1;
      const event = {
        id: `scan-${events}`,
        'detail-type': 'SecurityScanFinishedEvent',
        time: new Date(env.clock.now()).toISOString(),
        detail: {
          project_id: projectId,
          ...('profile_id' in detail ? {} : { scan_type: 'sast' }),
          trigger: 'default_branch_pipeline',
          result: 'success',
          build_id: `build-${events}`,
          ...detail,
        },
      };
      await recordEvent(env, parseScanFinished(event));
    },
    async statuses(projectId) {
      const loaders = new Loaders(env, 'owner');
      const project = await loaders.project(projectId);
      const statuses = project ? await scanStatusesOf(project, {}, { environment: env, loaders }) : [];
      return statuses.map(({ profile, status, consecutiveFailures, consecutiveSuccesses }) => [
        profile.id,
        status,
        consecutiveFailures,
        consecutiveSuccesses,
      ]);
    },
    async stored(projectId) {
      return (await readScanResults(env.table, [projectId])).get(projectId);
    },
  };
}
