import * as z from 'zod';
import { SCAN_STATUSES } from '../../../shared/domain/scan-status/status.ts';
import type { Client } from '../deployment/client.ts';
import type { Columns } from '../output/column.ts';
import { refuseMissing } from '../targets/resolve.ts';

const statusesSchema = z.array(z.object({ status: z.string(), projects: z.int() }));

const coverageSchema = z.object({
  projects: z.int(),
  projectsWithProfile: z.int(),
  scanTypes: z.array(z.object({ scanType: z.string(), projects: z.int(), statuses: statusesSchema })),
  statuses: statusesSchema,
});

/** How many projects of a group are scanned for what, and how well. */
export type Coverage = z.infer<typeof coverageSchema>;

/** One look at a part of the group: counts of all looks so far. */
export interface Counted {
  readonly coverage: Coverage;
  readonly isWhole: boolean;
}

/** Counts a group, part by part; the last has the numbers of the whole. Refuses where nothing is at the path. */
export async function* countCoverage(
  client: Client,
  fullPath: string,
  { includeSubgroups }: { readonly includeSubgroups: boolean },
): AsyncGenerator<Counted> {
  const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
  const page = coverageSchema.extend({ pageInfo });
  const schema = z.object({ group: z.object({ securityScanProfileCoverage: page }).nullable() });
  const query = `query ($fullPath: ID!, $includeSubgroups: Boolean, $after: String) {
    group(fullPath: $fullPath) {
      securityScanProfileCoverage(includeSubgroups: $includeSubgroups, after: $after) {
        projects projectsWithProfile scanTypes { scanType projects statuses { status projects } }
        statuses { status projects } pageInfo { hasNextPage endCursor }
      }
    }
  }`;
  for (let after: string | null = null; ;) {
    const answer: z.infer<typeof schema> = await client.read(schema, query, {
      fullPath,
      includeSubgroups,
      after,
    });
    const { securityScanProfileCoverage } = answer.group ?? refuseMissing([fullPath]);
    const { pageInfo: end, ...coverage } = securityScanProfileCoverage;
    const isWhole = !end.hasNextPage || end.endCursor === null;
    yield { coverage, isWhole };
    if (isWhole) return;
    after = end.endCursor;
  }
}

/** Projects of one scan type, or of all, by status. */
export interface CoverageRow {
  /** Null: whatever the scan type. */
  readonly scanType: string | null;
  /** Projects with at least one profile. */
  readonly projects: number;
  readonly statuses: z.infer<typeof statusesSchema>;
}

export function rowsOf({ projectsWithProfile, scanTypes, statuses }: Coverage): readonly CoverageRow[] {
  return [...scanTypes, { scanType: null, projects: projectsWithProfile, statuses }];
}

/** A column for each status. */
const BY_STATUS: Columns<CoverageRow> = Object.fromEntries(
  SCAN_STATUSES.map((status) => [
    status,
    ({ statuses }) => statuses.find((each) => each.status === status)?.projects ?? 0,
  ]),
);

export const COVERAGE_TEXT: Columns<CoverageRow> = {
  'Scan type': ({ scanType }) => scanType ?? 'any',
  'With profile': ({ projects }) => projects,
  ...BY_STATUS,
};

export const COVERAGE_CSV: Columns<CoverageRow> = {
  scanType: ({ scanType }) => scanType ?? 'any',
  projects: ({ projects }) => projects,
  ...BY_STATUS,
};
