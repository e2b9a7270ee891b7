import * as z from 'zod/mini';
import type { NodeRef, TreeNode } from '../domain/node.ts';
import type { Table } from '../environment/environment.ts';
import { childrenPk, edgeKey, edgePrefix, PROJECTS, SUBGROUPS } from './keys.ts';
import { type Item, queryAll, queryPage, startingWith } from './read.ts';
import { type Piece, put, remove } from './write.ts';

const edge = z.object({ SK: z.string(), id: z.number() });

/** A child of a group, in the order of its siblings: subgroups before projects, each by path. */
export interface Edge {
  readonly child: NodeRef;
  /** Where the child stands among its siblings: the cursor to go on after it. */
  readonly position: string;
}

function parse(item: Item): Edge {
  const { SK, id } = edge.parse(item);
  return { child: { kind: SK.startsWith(SUBGROUPS) ? 'group' : 'project', id }, position: SK };
}

export function putEdge(node: TreeNode): Piece {
  return put('edge', edgeKey(node.parentId, node), { id: node.id });
}

export function removeEdge(node: TreeNode): Piece {
  return remove('edge', edgeKey(node.parentId, node));
}

export interface EdgePage {
  readonly edges: readonly Edge[];
  /** Position to go on after, undefined at the end. */
  readonly after: string | undefined;
}

export interface EdgeQuery {
  /** Null for the top-level groups. */
  readonly groupId: number | null;
  readonly kind?: NodeRef['kind'] | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/** One page of a group's children, consistent: of one kind, or subgroups and then projects. */
export async function listEdges(table: Table, { groupId, kind, after, limit }: EdgeQuery): Promise<EdgePage> {
  const from = kind === 'project' ? PROJECTS : SUBGROUPS;
  const to = startingWith('', kind === 'group' ? SUBGROUPS : PROJECTS).to;
  const page = await queryPage(table, { PK: childrenPk(groupId), from, to, after, limit });
  return { edges: page.items.map(parse), after: page.after };
}

/** The children of a group that stand at this path: normally one at most. */
export async function findEdges(
  table: Table,
  groupId: number | null,
  kind: NodeRef['kind'],
  slug: string,
): Promise<readonly NodeRef[]> {
  const items = await queryAll(table, childrenPk(groupId), edgePrefix(kind, slug));
  return items.map((item) => parse(item).child);
}
