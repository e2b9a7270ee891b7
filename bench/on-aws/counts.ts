/** What an attach to the root of a tree takes a project, as `attach-cost` counts it. */
export interface Counts {
  readonly calls: number;
  readonly writeUnits: number;
  readonly readUnits: number;
  /** Projects to a page: at most `PAGE_SIZE`, and fewer where a message names too few groups for that. */
  readonly page: number;
}

/** By the tree of `attach-cost`. A test holds them against what it counts. */
export const COUNTS = {
  'flat, 5,455': { calls: 0.059, writeUnits: 1.027, readUnits: 1.019, page: 1_500 },
  '2,000 groups of two': { calls: 0.569, writeUnits: 1.089, readUnits: 2.532, page: 1_000 },
} as const satisfies Readonly<Record<string, Counts>>;
export type Shape = keyof typeof COUNTS;
