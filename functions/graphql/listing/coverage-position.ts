import * as z from 'zod/mini';
import { COVERED_TYPES, type Coverage, NO_COVERAGE } from '../../../shared/domain/scan-status/coverage.ts';
import { SCAN_STATUSES } from '../../../shared/domain/scan-status/status.ts';

/** Where counting goes on, and what was counted so far. */
export interface CoveragePosition {
  /** Cursor of the last project or subgroup that was counted; null where none was. */
  readonly after: string | null;
  readonly includeSubgroups: boolean;
  readonly coverage: Coverage;
}

/** So that the sum of some of them is still an `Int`. */
const MOST = 100_000_000;

const count = z.int().check(z.nonnegative(), z.maximum(MOST));
const counts = z.array(count).check(z.length(SCAN_STATUSES.length));
const position = z.tuple([
  z.nullable(z.string()),
  z.boolean(),
  counts,
  z.array(counts).check(z.length(COVERED_TYPES.length)),
]);

export const BEGINNING = { after: null, coverage: NO_COVERAGE } as const;

export function coverageCursor({ after, includeSubgroups, coverage }: CoveragePosition): string {
  const parts: z.infer<typeof position> = [
    after,
    includeSubgroups,
    [...coverage.statuses],
    coverage.scanTypes.map((counts) => [...counts]),
  ];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Undefined for what is no cursor of ours. One that was made up counts what its maker made up. */
export function coveragePosition(cursor: string): CoveragePosition | undefined {
  const parsed = position.safeParse(jsonIn(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success) return undefined;
  const [after, includeSubgroups, statuses, scanTypes] = parsed.data;
  return { after, includeSubgroups, coverage: { statuses, scanTypes } };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
