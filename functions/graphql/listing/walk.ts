import type { GroupNode } from '../../../shared/domain/node.ts';
import type { Table } from '../../../shared/environment/environment.ts';
import { type Edge, type EdgePage, listEdges } from '../../../shared/storage/edges.ts';
import { edgeKey } from '../../../shared/storage/keys.ts';
import type { Position } from './position.ts';

/** Groups that are read ahead, at once, while their turn has not come. */
const LOOKAHEAD = 8;

/** Where a walk begins that goes on: with the groups from that of the position up to the one that is walked through. */
export interface Resumption {
  readonly position: Position;
  readonly groups: readonly GroupNode[];
}

/** VISIT: a group is about to be read. PASSED: done with a subgroup and all that is below it. */
export type Step =
  | { readonly kind: 'VISIT' }
  | { readonly kind: 'PROJECT'; readonly id: number; readonly position: Position }
  | { readonly kind: 'PASSED'; readonly position: Position };

/** Which projects, and how many children of a group are read at once. */
export interface Way {
  readonly groupId: number;
  readonly includeSubgroups: boolean;
  readonly after: Resumption | undefined;
  readonly pageSize: number;
}

/** Walks through the projects of a group, those of subgroups before the group's own, by path. Reads as it is asked to. */
export async function* walk(
  table: Table,
  { groupId, includeSubgroups, after, pageSize }: Way,
): AsyncGenerator<Step, void, void> {
  const reader = new Reader(table, includeSubgroups, pageSize);
  if (!after) {
    yield* through(reader, groupId);
    return;
  }
  let { position } = after.position;
  for (const group of after.groups) {
    yield* through(reader, group.id, position);
    position = edgeKey(group.parentId, group).SK;
  }
}

async function* through(reader: Reader, groupId: number, from?: string): AsyncGenerator<Step, void, void> {
  yield { kind: 'VISIT' };
  let after = from;
  do {
    const page = await reader.children(groupId, after);
    for (const [index, { child, position }] of page.edges.entries()) {
      reader.readAhead(page.edges.slice(index, index + LOOKAHEAD));
      if (child.kind === 'group') {
        yield* through(reader, child.id);
        yield { kind: 'PASSED', position: { groupId, position } };
      } else yield { kind: 'PROJECT', id: child.id, position: { groupId, position } };
    }
    after = page.after;
  } while (after !== undefined);
}

class Reader {
  private readonly table: Table;
  private readonly kind: 'project' | undefined;
  private readonly limit: number;
  private readonly ahead = new Map<number, Promise<EdgePage>>();

  constructor(table: Table, includeSubgroups: boolean, limit: number) {
    this.table = table;
    this.kind = includeSubgroups ? undefined : 'project';
    this.limit = limit;
  }

  async children(groupId: number, after: string | undefined): Promise<EdgePage> {
    const known = after === undefined ? this.ahead.get(groupId) : undefined;
    this.ahead.delete(groupId);
    const { kind, limit } = this;
    return known ?? listEdges(this.table, { groupId, kind, after, limit });
  }

  readAhead(edges: readonly Edge[]): void {
    for (const { child } of edges) {
      if (child.kind === 'project' || this.ahead.has(child.id)) continue;
      const page = this.children(child.id, undefined);
      // Where it fails it fails again when its turn comes, if it does.
      page.catch(() => undefined);
      this.ahead.set(child.id, page);
    }
  }
}
