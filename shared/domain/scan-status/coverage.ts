import { SCAN_TYPES, type ScanType, triggersOf } from '../scan-types/scan-types.ts';
import type { AttachmentStatus } from './attachment-status.ts';
import { SCAN_STATUSES, type ScanStatus, worstOf } from './status.ts';

/** Scan types of which there can be profiles. */
export const COVERED_TYPES: readonly ScanType[] = SCAN_TYPES.filter((type) => triggersOf(type).length > 0);

/** Projects by their worst status, in the order of `SCAN_STATUSES`. The sum is all projects. */
export type StatusCounts = readonly number[];

/** How many projects are scanned in which way. */
export interface Coverage {
  readonly statuses: StatusCounts;
  /** In the order of `COVERED_TYPES`: by the worst status of the profiles of that type. */
  readonly scanTypes: readonly StatusCounts[];
}

const NONE: StatusCounts = SCAN_STATUSES.map(() => 0);

export const NO_COVERAGE: Coverage = { statuses: NONE, scanTypes: COVERED_TYPES.map(() => NONE) };

/** The counts with further projects, each of which is given by the statuses of its attachments. */
export function withProjects(
  { statuses, scanTypes }: Coverage,
  projects: readonly (readonly AttachmentStatus[])[],
): Coverage {
  const worst = projects.map((attached) => worstOf(attached.map(({ status }) => status)));
  return {
    statuses: added(statuses, worst),
    scanTypes: COVERED_TYPES.map((scanType, index) => {
      const ofType = projects.map((attached) => worstIn(attached, scanType));
      return added(scanTypes[index] ?? NONE, ofType);
    }),
  };
}

export function projectsIn(counts: StatusCounts): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

export function projectsWithProfile(counts: StatusCounts): number {
  return projectsIn(counts) - (counts[SCAN_STATUSES.indexOf('NOT_CONFIGURED')] ?? 0);
}

function worstIn(attached: readonly AttachmentStatus[], scanType: ScanType): ScanStatus {
  return worstOf(attached.filter(({ profile }) => profile.scanType === scanType).map(({ status }) => status));
}

function added(counts: StatusCounts, statuses: readonly ScanStatus[]): StatusCounts {
  return SCAN_STATUSES.map((status, index) => {
    const more = statuses.filter((each) => each === status).length;
    return (counts[index] ?? 0) + more;
  });
}
