import type { GroupNode, NodeRef } from '../domain/node.ts';
import { nodeKey } from '../domain/node.ts';
import { type Place, type Walk, walkUp } from '../domain/place.ts';
import type { Environment, Table } from '../environment/environment.ts';
import { METRICS } from '../names.ts';
import { membershipKey, nodeItemKey, sequenceKey } from '../storage/keys.ts';
import { accessLevelOf } from '../storage/memberships.ts';
import { parseGroup, parseProject, type ProjectNode, readNodes } from '../storage/nodes.ts';
import { sequenceIn } from '../storage/operations.ts';
import { type Item, keyText } from '../storage/read.ts';
import { snapshotWalks, type WalkRequest } from './snapshot.ts';

/** A node with its place and what the user is there, all of one moment. */
export interface Located extends Place {
  readonly node: GroupNode | ProjectNode;
  /** The user's access levels on the node and on every group above it. Empty: the node is not visible to the user. */
  readonly levels: readonly number[];
  /** Of these the one on the root, at most one: what is asked of a root is not granted further down. */
  readonly rootLevels: readonly number[];
  /** Number of the operation that the root accepted last, where that was asked for and is the root. */
  readonly sequence?: number | undefined;
}

/** A node that is looked for. */
export interface Sought extends NodeRef {
  /** Ids of the groups above it as somebody saw them, nearest first: a hint, without which the node is read for its own. */
  readonly chain?: readonly number[] | undefined;
}

/** A group that is, or was, a top-level group. */
export function soughtRoot(id: number): Sought {
  return { kind: 'group', id, chain: [] };
}

/** What is above a group that a place was found to be in, the group itself left out. */
export function chainAbove({ groups }: Pick<Located, 'groups'>, groupId: number): Sought['chain'] {
  const ids = groups.map(({ id }) => id);
  return ids.includes(groupId) ? ids.slice(ids.indexOf(groupId) + 1) : undefined;
}

export function isVisible(located: Located | undefined): located is Located {
  return located !== undefined && located.levels.length > 0;
}

/** The path from the root down, as GitLab writes it. */
export function fullPathOf({ node, groups }: Pick<Located, 'node' | 'groups'>): string {
  const above = groups.map((group) => group.slug).toReversed();
  return (node.kind === 'group' ? above : [...above, node.slug]).join('/');
}

/** One node, where a user may see it; undefined for one that is absent, and for one that the user may not see. */
export async function locateVisible(
  env: Pick<Environment, 'table' | 'log'>,
  sought: Sought,
  userId: string,
): Promise<Located | undefined> {
  const located = (await locate(env, [sought], userId)).get(nodeKey(sought));
  return isVisible(located) ? located : undefined;
}

/** Those that there are, each with the groups above it as they are hinted at. */
export async function withChains(
  table: Table,
  sought: readonly Sought[],
): Promise<readonly (NodeRef & { readonly chain: readonly number[] })[]> {
  const unknown = sought.filter(({ chain }) => chain === undefined);
  const read = await readNodes(table, unknown);
  return sought.flatMap(({ kind, id, chain = read.get(keyText(nodeItemKey({ kind, id })))?.chain }) =>
    chain === undefined ? [] : [{ kind, id, chain }],
  );
}

/**
 * Locates nodes for a user, by `nodeKey`. A node that is absent, deleted or has no root is absent from the answer; a
 * chain that is too long or runs in a circle is also counted, for the alarm.
 *
 * @param rootId the root that they seem to have, for who wants to know its last number
 */
export async function locate(
  { table, log }: Pick<Environment, 'table' | 'log'>,
  sought: readonly Sought[],
  userId: string,
  rootId?: number,
): Promise<ReadonlyMap<string, Located>> {
  const distinct = [...new Map(sought.map((each) => [nodeKey(each), each])).values()];
  const hinted = await withChains(table, distinct);
  const numbers = rootId === undefined ? [] : [sequenceKey(rootId)];
  const requests = hinted.map(({ chain, ...ref }): WalkRequest<NodeRef> => ({
    start: ref,
    groupIds: chain,
    own: [nodeItemKey(ref), membershipKey(ref, userId), ...numbers],
    besides: (groupId) => [membershipKey({ kind: 'group', id: groupId }, userId)],
    walk: (items, groups) => walkFrom(ref, items, groups),
  }));
  const located = new Map<string, Located>();
  for (const { start, walk, items } of await snapshotWalks(table, requests)) {
    if (walk?.result === 'FOUND') {
      const node = nodeOf(start, items);
      if (!node) continue;
      const levels = levelsOf([node, ...walk.place.groups], items, userId);
      const rootLevels = levelsOf([walk.place.root], items, userId);
      const sequence =
        walk.place.root.id === rootId ? sequenceIn(items.get(keyText(sequenceKey(rootId)))) : undefined;
      located.set(nodeKey(start), { ...walk.place, node, levels, rootLevels, sequence });
    } else if (walk?.result === 'BROKEN' && walk.reason !== 'ABSENT') {
      log.warn('a node has no root', { node: nodeKey(start), reason: walk.reason, groupId: walk.groupId });
      log.count(METRICS.brokenChain);
    }
  }
  return located;
}

function nodeOf(ref: NodeRef, items: ReadonlyMap<string, Item>): GroupNode | ProjectNode | undefined {
  const item = items.get(keyText(nodeItemKey(ref)));
  return ref.kind === 'group' ? parseGroup(item) : parseProject(item);
}

function walkFrom(
  ref: NodeRef,
  items: ReadonlyMap<string, Item>,
  groups: ReadonlyMap<number, GroupNode | undefined>,
): Walk | undefined {
  const node = nodeOf(ref, items);
  if (node === undefined) return undefined;
  if (node.kind === 'project') return walkUp(node.parentId, groups, node);
  return walkUp(node.id, new Map([...groups, [node.id, node]]));
}

function levelsOf(
  refs: readonly NodeRef[],
  items: ReadonlyMap<string, Item>,
  userId: string,
): readonly number[] {
  const keys = new Set(refs.map((ref) => keyText(membershipKey(ref, userId))));
  return [...keys].flatMap((key) => accessLevelOf(items.get(key)) ?? []);
}
