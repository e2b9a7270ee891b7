import { type GroupNode, MAXIMUM_LEVELS, type Transfer } from './node.ts';

/** Where a node is, found by walking parent pointers that were read in one snapshot. */
export interface Place {
  /** Nearest first, the root last. */
  readonly groups: readonly GroupNode[];
  readonly root: GroupNode;
  /** The highest placement version on the way up: grows with every move that changes this place. */
  readonly version: number;
  /** The latest move on the way up that changed the root. */
  readonly transfer: Transfer | undefined;
}

/** A walk either ends at a root, needs a group that was not read, or finds that there is no root. */
export type Walk =
  | { readonly result: 'FOUND'; readonly place: Place }
  | { readonly result: 'UNREAD'; readonly groupId: number; readonly visited: readonly number[] }
  | { readonly result: 'BROKEN'; readonly reason: 'ABSENT' | 'CYCLE' | 'TOO_DEEP'; readonly groupId: number };

/** Facts about the node that the walk starts from, so that its own moves count. */
export interface Origin {
  readonly version: number;
  readonly transfer?: Transfer | undefined;
}

/**
 * Walks up from `parentId`. `groups` holds what one snapshot read: undefined for a group that was asked for and is
 * absent or deleted, no entry for one that was not asked for.
 */
export function walkUp(
  parentId: number,
  groups: ReadonlyMap<number, GroupNode | undefined>,
  origin: Origin = { version: 0 },
): Walk {
  const chain: GroupNode[] = [];
  const seen = new Set<number>();
  let next: number | null = parentId;
  while (next !== null) {
    const id: number = next;
    if (seen.has(id)) return { result: 'BROKEN', reason: 'CYCLE', groupId: id };
    if (chain.length === MAXIMUM_LEVELS) return { result: 'BROKEN', reason: 'TOO_DEEP', groupId: id };
    if (!groups.has(id)) return { result: 'UNREAD', groupId: id, visited: [...seen] };
    const group = groups.get(id);
    if (group === undefined) return { result: 'BROKEN', reason: 'ABSENT', groupId: id };
    seen.add(id);
    chain.push(group);
    next = group.parentId;
  }
  const root = chain.at(-1);
  if (root === undefined) throw new Error('a walk visits at least one group');
  return { result: 'FOUND', place: placeOf(chain, root, origin) };
}

function placeOf(groups: readonly GroupNode[], root: GroupNode, origin: Origin): Place {
  let { version, transfer } = origin;
  for (const group of groups) {
    // Only what stood below the group already when it moved came along with it.
    if (group.transfer && group.transfer.version > version) transfer = group.transfer;
    version = Math.max(version, group.version);
  }
  return { groups, root, version, transfer };
}
