/** What an attach to the root of a tree takes a project, as `attach-cost` counts it. */
export interface Counts {
  readonly calls: number;
  readonly writeUnits: number;
  readonly readUnits: number;
}

/** By the tree of `attach-cost`. A test holds them against what it counts. */
export const COUNTS = {
  'flat, 5,455': { calls: 0.06, writeUnits: 1.034, readUnits: 1.027 },
  '2,000 groups of two': { calls: 0.56, writeUnits: 1.14, readUnits: 2.55 },
} as const satisfies Readonly<Record<string, Counts>>;
export type Shape = keyof typeof COUNTS;
