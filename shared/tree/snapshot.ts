import { type GroupNode, MAXIMUM_LEVELS } from '../domain/node.ts';
import { type Place, type Walk, walkUp } from '../domain/place.ts';
import type { Table } from '../environment/environment.ts';
import { type Key, nodeItemKey } from '../storage/keys.ts';
import { parseGroup } from '../storage/nodes.ts';
import { batchGet, type Item, keyText, snapshotGet, TRANSACTION_LIMIT } from '../storage/read.ts';

/** One walk to be made, with the groups that it is likely to meet and whatever else belongs in the same snapshot. */
export interface WalkRequest<Start> {
  readonly start: Start;
  readonly groupIds: readonly number[];
  /** Further items of the snapshot, for one group on the way (its membership, say). */
  readonly besides: (groupId: number) => readonly Key[];
  /** The keys that belong to the start itself. */
  readonly own: readonly Key[];
  /** Walks up in what was read, or says which group is missing. */
  readonly walk: (
    items: ReadonlyMap<string, Item>,
    groups: ReadonlyMap<number, GroupNode | undefined>,
  ) => Walk | undefined;
}

export interface Walked<Start> {
  readonly start: Start;
  /** Undefined where the start itself is absent. */
  readonly walk: Walk | undefined;
  readonly items: ReadonlyMap<string, Item>;
}

/**
 * Makes walks, each within one snapshot, as many to a snapshot as fit. Where a pointer leads to a group that was not
 * expected, that group and its ancestors as last seen are added and the whole walk is read again.
 */
export async function snapshotWalks<Start>(
  table: Table,
  requests: readonly WalkRequest<Start>[],
): Promise<readonly Walked<Start>[]> {
  const done: Walked<Start>[] = [];
  let pending = requests;
  for (let round = 0; pending.length > 0; round += 1) {
    if (round > MAXIMUM_LEVELS + 1) throw new Error('the tree moved under every attempt to read it');
    const answers = (await Promise.all(packed(pending).map(async (pack) => readPack(table, pack)))).flat();
    const unread = answers.flatMap(({ request, walked }) =>
      walked.walk?.result === 'UNREAD' ? [{ request, unread: walked.walk }] : [],
    );
    done.push(
      ...answers.filter(({ walked }) => walked.walk?.result !== 'UNREAD').map(({ walked }) => walked),
    );
    pending = unread.length === 0 ? [] : await widened(table, unread);
  }
  return done;
}

function keysOf<Start>({ own, groupIds, besides }: WalkRequest<Start>): readonly Key[] {
  return [...own, ...groupIds.flatMap((id) => [nodeItemKey({ kind: 'group', id }), ...besides(id)])];
}

interface Pack<Start> {
  readonly requests: WalkRequest<Start>[];
  readonly keys: Map<string, Key>;
}

/** Fills snapshots up to what one transaction may read. Neighbours share ancestors, so that many fit. */
function packed<Start>(requests: readonly WalkRequest<Start>[]): readonly Pack<Start>[] {
  const packs: Pack<Start>[] = [];
  for (const request of requests) {
    const keys = new Map(keysOf(request).map((key) => [keyText(key), key]));
    const last = packs.at(-1);
    const added = last ? [...keys.keys()].filter((key) => !last.keys.has(key)).length : 0;
    if (last && last.keys.size + added <= TRANSACTION_LIMIT) {
      last.requests.push(request);
      for (const [text, key] of keys) last.keys.set(text, key);
    } else {
      packs.push({ requests: [request], keys });
    }
  }
  return packs;
}

async function readPack<Start>(
  table: Table,
  { requests, keys }: Pack<Start>,
): Promise<readonly { readonly request: WalkRequest<Start>; readonly walked: Walked<Start> }[]> {
  const items = await snapshotGet(table, [...keys.values()]);
  const ids = new Set(requests.flatMap((request) => request.groupIds));
  const groups = new Map(
    [...ids].map((id) => [id, parseGroup(items.get(keyText(nodeItemKey({ kind: 'group', id }))))]),
  );
  return requests.map((request) => ({
    request,
    walked: { start: request.start, walk: request.walk(items, groups), items },
  }));
}

/** Keeps the way that was found and adds the group that was missing with, from its own hint, what is likely above it. */
async function widened<Start>(
  table: Table,
  missing: readonly {
    readonly request: WalkRequest<Start>;
    readonly unread: Extract<Walk, { result: 'UNREAD' }>;
  }[],
): Promise<readonly WalkRequest<Start>[]> {
  const keyOf = (id: number): Key => nodeItemKey({ kind: 'group', id });
  const items = await batchGet(
    table,
    missing.map(({ unread }) => keyOf(unread.groupId)),
  );
  return missing.map(({ request, unread: { groupId, visited } }) => {
    const hint = parseGroup(items.get(keyText(keyOf(groupId))))?.chain ?? [];
    return { ...request, groupIds: [...new Set([...visited, groupId, ...hint.slice(0, MAXIMUM_LEVELS)])] };
  });
}

/** Places of projects whose parent and own moves are known, each parent's chain read within one snapshot. */
export async function placesOf(
  table: Table,
  nodes: readonly {
    readonly id: number;
    readonly parentId: number;
    readonly version: number;
    readonly chain: readonly number[];
    readonly transfer?: Place['transfer'];
  }[],
): Promise<ReadonlyMap<number, Walk>> {
  const parents = new Map(nodes.map((node) => [node.parentId, node]));
  const walked = await snapshotWalks(
    table,
    [...parents.values()].map((node) => ({
      start: node.parentId,
      own: [],
      groupIds: [...new Set([node.parentId, ...node.chain])].slice(0, MAXIMUM_LEVELS + 1),
      besides: () => [],
      walk: (_items, groups) => walkUp(node.parentId, groups),
    })),
  );
  const chains = new Map(walked.map(({ start, walk }) => [start, walk]));
  return new Map(
    nodes.flatMap((node) => {
      const walk = chains.get(node.parentId);
      if (walk === undefined) return [];
      if (walk.result !== 'FOUND') return [[node.id, walk] as const];
      const groups = new Map(walk.place.groups.map((group) => [group.id, group]));
      return [[node.id, walkUp(node.parentId, groups, node)] as const];
    }),
  );
}
