import type { NodeRef, TreeNode } from './node.ts';

/** What a source of the tree says about a node, as of a time (epoch milliseconds). Undefined: it says nothing. */
export interface Placing {
  readonly ref: NodeRef;
  readonly at: number;
  readonly parentId?: number | null | undefined;
  readonly slug?: string | undefined;
  readonly name?: string | undefined;
  /** Goes with the name: what is older than the name changes neither. */
  readonly defaultBranch?: string | undefined;
  /** What was there before, as far as the source says: decides between two changes of one and the same time. */
  readonly was?:
    { readonly parentId?: number | null | undefined; readonly slug?: string | undefined } | undefined;
  /** Of two statements of one time the other one counts: an import does not undo an event of its own second. */
  readonly yields?: boolean | undefined;
  /** Of the event that says it. */
  readonly eventId?: string | undefined;
}

/** PLACE: write this node. `moves`: its parent changes, or it is new. */
export type Arrival =
  | { readonly result: 'PLACE'; readonly node: TreeNode; readonly moves: boolean }
  | { readonly result: 'SAME' | 'STALE' | 'UNKNOWN' };

/** Time goes only forward: what is older than what is known about a node's place, or name, changes neither. */
export function decidePlacing(before: TreeNode | undefined, placing: Placing): Arrival {
  if (before?.deletedAt !== undefined && placing.at <= before.deletedAt) return { result: 'STALE' };
  if (before === undefined || before.deletedAt !== undefined) return created(placing);
  if (placing.eventId !== undefined && before.placedBy?.includes(placing.eventId)) return { result: 'SAME' };
  const mayMove = isLater(placing, before.placedAt, placing.was?.parentId, before.parentId);
  const mayName = isLater(placing, before.namedAt, placing.was?.slug, before.slug);
  const parentId = mayMove && placing.parentId !== undefined ? placing.parentId : before.parentId;
  const slug = mayName && placing.slug !== undefined ? placing.slug : before.slug;
  const name = mayName && placing.name !== undefined ? placing.name : before.name;
  const defaultBranch = (mayName ? placing.defaultBranch : undefined) ?? before.defaultBranch;
  const moves = parentId !== before.parentId;
  const renames = slug !== before.slug || name !== before.name || defaultBranch !== before.defaultBranch;
  const confirms = mayMove && placing.parentId !== undefined && placing.at > before.placedAt;
  if (!moves && !renames && !confirms) return { result: agrees(before, placing) ? 'SAME' : 'STALE' };
  const placedAt = moves || confirms ? placing.at : before.placedAt;
  const namedAt = renames ? placing.at : before.namedAt;
  const placedBy = moves || confirms ? tellers(before, placing) : before.placedBy;
  const node = { ...before, parentId, slug, name, defaultBranch, placedAt, namedAt, placedBy };
  return { result: 'PLACE', moves, node };
}

/** More than so many moves of one node at one time are not told apart. */
const MAXIMUM_TELLERS = 20;

function tellers(before: TreeNode, { at, eventId }: Placing): readonly string[] {
  const others = at === before.placedAt ? (before.placedBy ?? []) : [];
  return [...others, ...(eventId === undefined ? [] : [eventId])].slice(-MAXIMUM_TELLERS);
}

function isLater<T>({ at, yields }: Placing, known: number, was: T | undefined, present: T): boolean {
  if (at !== known) return at > known;
  return yields !== true && (was === undefined || was === present);
}

function agrees(before: TreeNode, { parentId, slug, name, defaultBranch }: Placing): boolean {
  const differs = <T>(said: T | undefined, known: T): boolean => said !== undefined && said !== known;
  return (
    !differs(parentId, before.parentId) &&
    !differs(slug, before.slug) &&
    !differs(name, before.name) &&
    !differs(defaultBranch, before.defaultBranch)
  );
}

function created({ ref, at, parentId, slug, name, defaultBranch, eventId }: Placing): Arrival {
  if (slug === undefined || parentId === undefined) return { result: 'UNKNOWN' };
  if (ref.kind === 'project' && parentId === null) return { result: 'UNKNOWN' };
  const times = { placedAt: at, namedAt: at, changedAt: 0 };
  // Told once more, it would undo a move of its own second.
  const placedBy = eventId === undefined ? undefined : [eventId];
  return {
    result: 'PLACE',
    moves: true,
    node: {
      ...ref,
      parentId,
      slug,
      name: name ?? slug,
      defaultBranch,
      version: 0,
      chain: [],
      ...times,
      placedBy,
    },
  };
}
