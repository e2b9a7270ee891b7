import {
  COVERED_TYPES,
  type Coverage,
  projectsIn,
  projectsWithProfile,
  type StatusCounts,
  withProjects,
} from '../../../shared/domain/scan-status/coverage.ts';
import { SCAN_STATUSES } from '../../../shared/domain/scan-status/status.ts';
import type { RequestContext } from '../context.ts';
import type {
  GroupSecurityScanProfileCoverageArgs,
  SecurityScanProfileCoverage,
  SecurityScanProfileStatusCount,
} from '../generated/resolver-types.ts';
import {
  BEGINNING,
  coverageCursor,
  type CoveragePosition,
  coveragePosition,
} from '../listing/coverage-position.ts';
import { lookThrough } from '../listing/look-through.ts';
import { cursorOf } from '../listing/position.ts';
import type { GroupParent } from '../parents.ts';
import { assertMayReadProfiles } from './permissions.ts';
import { badCursor, resumptionIn } from './resumption.ts';

/** Projects that one page counts. */
const MAXIMUM_COUNTED = 20_000;

/** Counts the projects of a group by what they show, from where the page before ended. */
export async function coverageOf(
  group: GroupParent,
  { includeSubgroups, after }: Partial<GroupSecurityScanProfileCoverageArgs>,
  context: RequestContext,
): Promise<SecurityScanProfileCoverage> {
  assertMayReadProfiles(group);
  const from = positionFrom(includeSubgroups ?? true, after);
  const look = {
    groupId: group.node.id,
    rootId: group.root.id,
    includeSubgroups: from.includeSubgroups,
    after: await resumptionIn(group, from.includeSubgroups, from.after, context.loaders),
    maximum: MAXIMUM_COUNTED,
    withScans: true,
  };
  let position = from;
  for await (const { seen, end, isLast } of lookThrough(context, look)) {
    const coverage = withProjects(
      position.coverage,
      seen.map(({ attachments }) => attachments),
    );
    position = { ...position, coverage, after: end ? cursorOf(end) : position.after };
    if (isLast) return shown(coverage, { hasNextPage: false, endCursor: null });
  }
  return shown(position.coverage, { hasNextPage: true, endCursor: coverageCursor(position) });
}

/** Throws for what is no cursor of ours, or of the other kind of count. */
function positionFrom(includeSubgroups: boolean, after: string | null | undefined): CoveragePosition {
  if (after === null || after === undefined) return { ...BEGINNING, includeSubgroups };
  const position = coveragePosition(after);
  if (position?.includeSubgroups !== includeSubgroups) throw badCursor();
  return position;
}

function shown(
  { statuses, scanTypes }: Coverage,
  pageInfo: SecurityScanProfileCoverage['pageInfo'],
): SecurityScanProfileCoverage {
  return {
    projects: projectsIn(statuses),
    projectsWithProfile: projectsWithProfile(statuses),
    scanTypes: COVERED_TYPES.map((scanType, index) => {
      const counts = scanTypes[index] ?? [];
      return { scanType, projects: projectsWithProfile(counts), statuses: countsIn(counts) };
    }),
    statuses: countsIn(statuses),
    pageInfo,
  };
}

function countsIn(counts: StatusCounts): SecurityScanProfileStatusCount[] {
  return SCAN_STATUSES.map((status, index) => ({ status, projects: counts[index] ?? 0 }));
}
