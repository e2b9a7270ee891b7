import type { NodeRef } from '../../../shared/domain/node.ts';
import type { Table } from '../../../shared/environment/environment.ts';
import { listEdges } from '../../../shared/storage/edges.ts';
import type { Listing, Part } from './listing.ts';

/** The subgroups or projects directly in a group, by path: one query. `after` has to be a position among them. */
export async function listChildren(
  table: Table,
  groupId: number,
  kind: NodeRef['kind'],
  { first, after }: Part,
): Promise<Listing> {
  const { edges } = await listEdges(table, { groupId, kind, after: after?.position, limit: first + 1 });
  const found = edges.slice(0, first).map(({ child, position }) => ({ id: child.id, groupId, position }));
  return { found, hasNextPage: edges.length > first, end: found.at(-1) };
}
