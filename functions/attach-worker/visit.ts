import {
  type FrontierEntry,
  type GroupEntry,
  MAXIMUM_FRONTIER,
  PAGE_SIZE,
} from '../../shared/domain/frontier.ts';
import { MAXIMUM_LEVELS } from '../../shared/domain/node.ts';
import type { Table } from '../../shared/environment/environment.ts';
import { type EdgePage, listEdges } from '../../shared/storage/edges.ts';

/** Groups that are read at once, at most: as many more each time as the last ones turned out small. */
const MAXIMUM_WIDTH = 8;

export interface Visited {
  readonly projectIds: readonly number[];
  /** What is still to be visited. */
  readonly rest: readonly FrontierEntry[];
  /** Pages of another operation in whose records they were found. */
  readonly sources?: readonly string[] | undefined;
}

export interface VisitLimits {
  /** Projects that are done elsewhere. */
  readonly exclude: ReadonlySet<number>;
  readonly isTimeUp: () => boolean;
}

/** Visits groups until a page of projects is full, the frontier has grown too wide, or the time is nearly up. */
export async function visit(
  table: Table,
  frontier: readonly GroupEntry[],
  { exclude, isTimeUp }: VisitLimits,
): Promise<Visited> {
  const projectIds = new Set<number>();
  let rest = [...frontier];
  for (let width = 1; ; width = Math.min(MAXIMUM_WIDTH, 2 * width)) {
    if (rest.length === 0 || rest.length >= 4 * MAXIMUM_FRONTIER) break;
    if (projectIds.size >= PAGE_SIZE || isTimeUp()) break;
    const entries = rest.slice(0, width);
    const limit = PAGE_SIZE - projectIds.size;
    const pages = await Promise.all(
      entries.map(async ({ groupId, after }) => listEdges(table, { groupId, after, limit })),
    );
    const left = entries.flatMap((entry, index) => {
      const page = pages[index];
      return page ? take(entry, page, projectIds, exclude) : [entry];
    });
    // What was begun comes first, so that the frontier stays narrow.
    rest = [...left, ...rest.slice(width)];
  }
  return { projectIds: [...projectIds], rest };
}

/** Takes a group's children as far as the page holds them; answers where to go on, and the subgroups. */
function take(
  entry: GroupEntry,
  { edges, after }: EdgePage,
  projectIds: Set<number>,
  exclude: ReadonlySet<number>,
): readonly GroupEntry[] {
  const { groupId, level } = entry;
  const subgroups: GroupEntry[] = [];
  let position = entry.after;
  for (const { child, position: next } of edges) {
    if (child.kind === 'group') {
      // No chain is longer, unless it is a circle.
      if (level < MAXIMUM_LEVELS) subgroups.push({ groupId: child.id, level: level + 1 });
    } else if (!exclude.has(child.id)) {
      if (projectIds.size >= PAGE_SIZE) return [{ groupId, level, after: position }, ...subgroups];
      projectIds.add(child.id);
    }
    position = next;
  }
  return after === undefined ? subgroups : [{ groupId, level, after }, ...subgroups];
}
