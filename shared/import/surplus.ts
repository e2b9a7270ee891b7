import { MAXIMUM_LEVELS, type NodeRef, nodeKey, type TreeNode } from '../domain/node.ts';
import type { Table } from '../environment/environment.ts';
import { NODE_SK } from '../storage/keys.ts';
import { membershipOf } from '../storage/memberships.ts';
import { parseNode } from '../storage/nodes.ts';
import { memberKey } from './records.ts';
import { scan } from './scan.ts';

/** What the files name. Without `members` memberships are left alone. */
export interface Named {
  readonly has: (key: string) => boolean;
  /** Epoch milliseconds as of which groups, projects and members are named. */
  readonly asOf: { readonly group: number; readonly project: number; readonly member: number | undefined };
}

export interface SurplusNode {
  readonly ref: NodeRef;
  /** As far as its groups are known. */
  readonly path: string;
}

export interface SurplusMember {
  readonly ref: NodeRef;
  readonly userId: string;
}

/** What the table has and the files do not. */
export interface Surplus {
  /** Children before parents. */
  readonly nodes: readonly SurplusNode[];
  readonly members: readonly SurplusMember[];
  /** How many more came later than the files. */
  readonly later: number;
}

/** Looks through the whole table: a node that nothing leads to is found in no other way. */
export async function findSurplus(table: Table, named: Named): Promise<Surplus> {
  const groups = new Map<number, TreeNode>();
  const nodes: TreeNode[] = [];
  const members: SurplusMember[] = [];
  let later = 0;
  for await (const item of scan(table)) {
    const member = named.asOf.member === undefined ? undefined : membershipOf(item);
    // One that was taken away is a tombstone by now.
    if (typeof member?.accessLevel === 'number' && !named.has(memberKey(member))) {
      if (member.at > (named.asOf.member ?? 0)) later += 1;
      else members.push({ ref: member.ref, userId: member.userId });
    }
    if (item['SK'] !== NODE_SK) continue;
    const node = parseNode(item);
    if (node.deletedAt !== undefined) continue;
    if (node.kind === 'group') groups.set(node.id, node);
    if (named.has(nodeKey(node))) continue;
    if (Math.max(node.placedAt, node.namedAt) > named.asOf[node.kind]) later += 1;
    else nodes.push(node);
  }
  const ways = nodes.map((node) => ({ node, way: wayTo(node, groups) }));
  const childrenFirst = ways.toSorted((one, other) => rank(other) - rank(one));
  return {
    nodes: childrenFirst.map(({ node: { kind, id }, way }) => ({ ref: { kind, id }, path: way.join('/') })),
    members,
    later,
  };
}

function rank({ node, way }: { readonly node: TreeNode; readonly way: readonly string[] }): number {
  return node.kind === 'project' ? MAXIMUM_LEVELS + 2 : way.length;
}

function wayTo(node: TreeNode, groups: ReadonlyMap<number, TreeNode>): readonly string[] {
  const way: string[] = [];
  for (let next: TreeNode | undefined = node; next && way.length <= MAXIMUM_LEVELS;) {
    way.unshift(next.slug);
    next = next.parentId === null ? undefined : groups.get(next.parentId);
  }
  return way;
}
