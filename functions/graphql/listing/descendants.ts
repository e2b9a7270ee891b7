import type { GroupNode } from '../../../shared/domain/node.ts';
import type { Table } from '../../../shared/environment/environment.ts';
import { type Edge, type EdgePage, listEdges } from '../../../shared/storage/edges.ts';
import { edgeKey } from '../../../shared/storage/keys.ts';
import type { Listing } from './listing.ts';
import type { Position } from './position.ts';

/** Groups that are read ahead, at once, while their turn has not come. */
const LOOKAHEAD = 8;

/** Groups that one part of the list may visit: a part of a tree of empty groups ends early. */
const MAXIMUM_VISITS = 300;

/** Where a part begins that is not the first: with the groups from that of the position up to the one that is listed. */
export interface Resumption {
  readonly position: Position;
  readonly groups: readonly GroupNode[];
}

/** Part of the projects of a group and of all groups below it: those of subgroups before the group's own, by path. */
export async function listDescendants(
  table: Table,
  groupId: number,
  { first, after }: { readonly first: number; readonly after: Resumption | undefined },
): Promise<Listing> {
  const walk = new Walk(table, first);
  if (!after) return walk.listing(await walk.through(groupId));
  let { position } = after.position;
  for (const group of after.groups) {
    if (!(await walk.through(group.id, position))) return walk.listing(false);
    position = edgeKey(group.parentId, group).SK;
  }
  return walk.listing(true);
}

class Walk {
  private readonly table: Table;
  private readonly first: number;
  private readonly found: (Position & { readonly id: number })[] = [];
  private readonly ahead = new Map<number, Promise<EdgePage>>();
  /** The last that is done with: a project that was found, or a subgroup with all that is below it. */
  private passed: Position | undefined;
  private visits = 0;

  constructor(table: Table, first: number) {
    this.table = table;
    this.first = first;
  }

  listing(isComplete: boolean): Listing {
    const endedEarly = this.visits > MAXIMUM_VISITS;
    return { found: this.found, hasNextPage: !isComplete, end: endedEarly ? this.passed : this.found.at(-1) };
  }

  /** Walks through a group and what is below it, from a position on. False where the part ended before the group did. */
  async through(groupId: number, from?: string): Promise<boolean> {
    this.visits += 1;
    if (this.visits > MAXIMUM_VISITS) return false;
    let after = from;
    do {
      const page = await this.children(groupId, after);
      for (const [index, edge] of page.edges.entries()) {
        this.readAhead(page.edges.slice(index, index + LOOKAHEAD));
        if (!(await this.take(edge, groupId))) return false;
      }
      after = page.after;
    } while (after !== undefined);
    return true;
  }

  private async take({ child, position }: Edge, groupId: number): Promise<boolean> {
    if (child.kind === 'group') {
      if (!(await this.through(child.id))) return false;
    } else {
      if (this.found.length === this.first) return false;
      this.found.push({ id: child.id, groupId, position });
    }
    this.passed = { groupId, position };
    return true;
  }

  private async children(groupId: number, after: string | undefined): Promise<EdgePage> {
    const known = after === undefined ? this.ahead.get(groupId) : undefined;
    this.ahead.delete(groupId);
    return known ?? listEdges(this.table, { groupId, after, limit: this.first + 1 });
  }

  private readAhead(edges: readonly Edge[]): void {
    for (const { child } of edges) {
      if (child.kind === 'project' || this.ahead.has(child.id)) continue;
      const page = this.children(child.id, undefined);
      // Where it fails it fails again when its turn comes, if it does.
      page.catch(() => undefined);
      this.ahead.set(child.id, page);
    }
  }
}
