import { SENDER_CLOCK_SKEW } from '../../../shared/domain/clock-skew.ts';
import { LONGEST_BUILD_ID, type TimeSource } from '../../../shared/domain/scan-status/report.ts';
import { statusesOf } from '../../../shared/domain/scan-status/attachment-status.ts';
import type { ScanSubject } from '../../../shared/domain/scan-status/subject.ts';
import { reportScan } from '../../../shared/pipeline/report-scan.ts';
import type { RequestContext } from '../context.ts';
import { badInput, noAccess } from '../errors/refusals.ts';
import type {
  MutationResolvers,
  ReportSecurityScanInput,
  ScanProfileProjectStatusResolvers,
} from '../generated/resolver-types.ts';
import type { ProjectParent, StatusParent } from '../parents.ts';
import { attachmentsOf } from './attachments.ts';

/** What is attached to a project, each with its status, in the order in which it was attached. */
export async function scanStatusesOf(
  project: ProjectParent,
  args: object,
  { environment, loaders }: Pick<RequestContext, 'environment' | 'loaders'>,
): Promise<readonly StatusParent[]> {
  const attachments = await attachmentsOf(project, args, { loaders });
  if (attachments.length === 0) return [];
  const scans = await loaders.scanResults(project.node.id);
  return statusesOf(attachments, scans?.histories, environment.clock.now());
}

export const scanStatus: Required<ScanProfileProjectStatusResolvers> = {
  scanProfile: ({ profile }) => profile,
  status: ({ status }) => status,
  consecutiveFailureCount: ({ consecutiveFailures }) => consecutiveFailures,
  consecutiveSuccessCount: ({ consecutiveSuccesses }) => consecutiveSuccesses,
  lastScanAt: ({ lastScanAt }) => lastScanAt ?? null,
  buildId: ({ buildId }) => buildId ?? null,
};

export const scanReportMutations: Required<Pick<MutationResolvers, 'reportSecurityScan'>> = {
  async reportSecurityScan(_parent, { input }, { environment, caller: { userId } }) {
    const { projectId, trigger, result, buildId } = input;
    const subject = subjectOf(input);
    if (buildId.length === 0 || buildId.length > LONGEST_BUILD_ID)
      throw badInput(`The argument "buildId" has to be a text of 1 to ${LONGEST_BUILD_ID} characters`);
    const { at, timeSource } = timeOf(input, environment.clock.now());
    const report = { trigger, result, buildId, at };
    const request = { projectId, subject, report, timeSource, actor: userId };
    const reported = await reportScan(environment, request);
    const clientMutationId = input.clientMutationId ?? null;
    switch (reported.result) {
      case 'DENIED':
        throw noAccess();
      case 'NOTHING_ATTACHED':
        return { statuses: [], errors: [NOTHING_ATTACHED], clientMutationId };
      case 'RECORDED':
        return { statuses: reported.statuses, errors: [], clientMutationId };
    }
  },
};

const NOTHING_ATTACHED =
  'Nothing was recorded: the project has no such scan profile attached, or none that has the trigger';

function subjectOf({ scanType, securityScanProfileId, external }: ReportSecurityScanInput): ScanSubject {
  if (external && securityScanProfileId)
    throw badInput('The argument "external" goes with "scanType": a scan profile is nothing else');
  if (scanType && !securityScanProfileId) return { scanType, external: external ?? false };
  if (securityScanProfileId && !scanType) return securityScanProfileId;
  throw badInput('Give one of the arguments "scanType" and "securityScanProfileId", and not both');
}

function timeOf(
  { finishedAt }: ReportSecurityScanInput,
  now: number,
): { readonly at: number; readonly timeSource: TimeSource } {
  if (finishedAt === null || finishedAt === undefined) return { at: now, timeSource: 'ARRIVAL' };
  if (finishedAt <= now + SENDER_CLOCK_SKEW) return { at: finishedAt, timeSource: 'SAID' };
  throw badInput(
    `The argument "finishedAt" is more than five minutes from now, which is ${new Date(now).toISOString()}: a scan is reported once it has ended`,
  );
}
