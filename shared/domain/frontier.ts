/** A group that is still to be visited, from the child after `after` on. */
export interface GroupEntry {
  readonly groupId: number;
  readonly after?: string | undefined;
  /** How far below the target it is. Bounds a walk into a circle. */
  readonly level: number;
}

/** Which projects of an operation's records: all, those with an effect on what they hold, or those that failed. */
export const RECORDS_TAKEN = ['ALL', 'CHANGED', 'FAILED'] as const;
export type RecordsTaken = (typeof RECORDS_TAKEN)[number];

/** The records of another operation that are still to be read, from the one after `after` on. */
export interface RecordsEntry {
  readonly operationId: string;
  readonly take: RecordsTaken;
  readonly after?: string | undefined;
}

/** What is still to be visited: part of the tree, or of what another operation recorded. */
export type FrontierEntry = GroupEntry | RecordsEntry;

/** The pages that go on where this one stops. Their ids are derived, so that a second run sends the same ones. */
export interface ChildPage {
  readonly pageId: string;
  readonly frontier: readonly FrontierEntry[];
}

/** What a page will do, decided once: its projects, and who visits the rest. */
export interface Plan {
  readonly projectIds: readonly number[];
  readonly children: readonly ChildPage[];
  /** Pages of the source operation from which the projects come. */
  readonly sources?: readonly string[] | undefined;
}

/** Projects a page, at most. */
export const PAGE_SIZE = 1_500;

/** Groups to be visited by one page, at most. */
export const MAXIMUM_FRONTIER = 500;

/**
 * Splits what is still to be visited into as few pages as hold it. A chain of single pages counts (`G`, `G~1`, `G~2`), so
 * that the ids of a very long one stay short; a split appends (`G~2.0`, `G~2.1`).
 */
export function childPages(pageId: string, rest: readonly FrontierEntry[]): readonly ChildPage[] {
  const count = Math.ceil(rest.length / MAXIMUM_FRONTIER);
  if (count === 1) return [{ pageId: nextInChain(pageId), frontier: rest }];
  const size = Math.ceil(rest.length / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => ({
    pageId: `${pageId}.${index}`,
    frontier: rest.slice(index * size, (index + 1) * size),
  }));
}

function nextInChain(pageId: string): string {
  const [, base, number] = /^(.*)~(\d+)$/.exec(pageId) ?? [];
  return base === undefined ? `${pageId}~1` : `${base}~${Number(number) + 1}`;
}
