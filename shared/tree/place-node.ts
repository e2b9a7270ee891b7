import type { NodeRef, Transfer, TreeNode } from '../domain/node.ts';
import { type Arrival, decidePlacing, type Placing } from '../domain/placing.ts';
import { SYSTEM_ACTOR } from '../domain/operation.ts';
import type { Place } from '../domain/place.ts';
import type { Environment } from '../environment/environment.ts';
import { type Acceptance, acceptance } from '../pipeline/accept.ts';
import { untilWritten } from '../pipeline/retry.ts';
import { drawPlacement, readPlacementCounter } from '../storage/counters.ts';
import { listEdges, putEdge, removeEdge } from '../storage/edges.ts';
import { createNode, moveNode, readNode, recreateNode } from '../storage/nodes.ts';
import { drawSequence, readSequence } from '../storage/operations.ts';
import { notePlacement } from '../storage/placements.ts';
import { type Piece, transact } from '../storage/write.ts';
import { pagesInCleanUps } from './left-behind.ts';
import { placesOf } from './snapshot.ts';

type Env = Pick<Environment, 'table' | 'clock' | 'random' | 'log' | 'newId' | 'requestId'>;

/** What became of it. SAME: it stands there already; STALE: something later is known; UNKNOWN: not enough to create it. */
export type Placed =
  | { readonly result: 'PLACED'; readonly node: TreeNode; readonly rehome: Acceptance | undefined }
  | { readonly result: 'SAME'; readonly node: TreeNode }
  | { readonly result: 'STALE' | 'UNKNOWN' };

/**
 * Creates, moves or renames a node in one small transaction, whatever hangs below it. If its root changes, the operation
 * that re-homes the projects is accepted in the same transaction, so that no move is without its clean-up. Sending the
 * pages of that operation, and handing the node over to others, is up to the caller.
 */
export async function placeNode(env: Env, placing: Placing): Promise<Placed> {
  return untilWritten(env, 'placing a node', async () => {
    // Whatever is read after the counter still holds when it is drawn: no node has moved in between.
    const counter = await readPlacementCounter(env.table);
    const before = await readNode(env.table, placing.ref);
    const arrival = decidePlacing(before, placing);
    if (arrival.result === 'PLACE') return write(env, counter, before, arrival);
    if (arrival.result === 'SAME' && before) return { result: 'SAME', node: before };
    return { result: arrival.result === 'STALE' ? 'STALE' : 'UNKNOWN' };
  });
}

async function write(
  env: Env,
  counter: number,
  before: TreeNode | undefined,
  { node: wanted, moves }: Extract<Arrival, { result: 'PLACE' }>,
): Promise<Placed | undefined> {
  const now = env.clock.now();
  const living = before?.deletedAt === undefined ? before : undefined;
  const parentChain = await chainAbove(env, wanted);
  const node: TreeNode = {
    ...wanted,
    version: moves ? counter + 1 : wanted.version,
    chain: parentChain.map((group) => group.id),
    changedAt: now,
    unsettledSince: living?.unsettledSince ?? now,
  };
  const rehome = moves ? await rehomeOf(env, living, node, parentChain.at(-1)?.id, now) : undefined;
  const left = living && (await placeOf(env, living));
  const known = moves ? left?.transfer : wanted.transfer;
  const transfer = rehome ? transferBy(rehome, node.version, known) : known;
  const placed: TreeNode = transfer ? { ...node, transfer } : node;
  const pieces: Piece[] = [
    ...(moves ? [drawPlacement(counter)] : []),
    ...nodePieces(before, living, placed),
    ...(moves && living ? [notePlacement(placed, now)] : []),
    ...(rehome ? [drawSequence(rehome.operation.rootId, rehome.operation.sequence), ...rehome.pieces] : []),
    ...(await pagesInCleanUps(env, left?.groups ?? [], placed)),
  ];
  const { result } = await transact(env.table, pieces);
  return result === 'WRITTEN' ? { result: 'PLACED', node: placed, rehome } : undefined;
}

/** Moves in a row after which the first clean-up is not remembered any more. */
const MAXIMUM_EARLIER = 4;

function transferBy({ operation }: Acceptance, version: number, left: Transfer | undefined): Transfer {
  const { id: operationId, rootId, sequence } = operation;
  if (!left) return { version, operationId, rootId, sequence };
  const before = { operationId: left.operationId, rootId: left.rootId };
  const earlier = [before, ...(left.earlier ?? [])].slice(0, MAXIMUM_EARLIER);
  return { version, operationId, rootId, sequence, earlier };
}

/**
 * The groups above a node that is there, and the latest change of root that it has part in: what it holds may still have to
 * be cleaned up for that, and at another place it would not be found by who goes by the groups.
 */
async function placeOf(env: Env, living: TreeNode): Promise<Pick<Place, 'groups' | 'transfer'>> {
  const { parentId, transfer } = living;
  if (parentId === null) return { groups: [], transfer };
  const walk = (await placesOf(env.table, [{ ...living, parentId }])).get(living.id);
  return walk?.result === 'FOUND' ? walk.place : { groups: [], transfer };
}

function nodePieces(
  before: TreeNode | undefined,
  living: TreeNode | undefined,
  node: TreeNode,
): readonly Piece[] {
  if (!living) return [before ? recreateNode(node, before) : createNode(node), putEdge(node)];
  const isElsewhere =
    living.parentId !== node.parentId || living.slug.toLowerCase() !== node.slug.toLowerCase();
  return [moveNode(living, node), ...(isElsewhere ? [removeEdge(living), putEdge(node)] : [])];
}

/**
 * The groups above a node at the place that is wanted, nearest first; empty for a root, and where there is no root: the group
 * itself is not above itself, though the way up still leads through the place that it leaves.
 */
async function chainAbove(env: Env, { kind, id, parentId }: TreeNode): Promise<Place['groups']> {
  if (parentId === null) return [];
  const parent = await readNode(env.table, { kind: 'group', id: parentId });
  const chain = [parentId, ...(parent?.chain ?? [])];
  const walk = (await placesOf(env.table, [{ id, parentId, version: 0, chain }])).get(id);
  if (walk?.result !== 'FOUND') return [];
  const { groups } = walk.place;
  return kind === 'group' && groups.some((group) => group.id === id) ? [] : groups;
}

/**
 * The operation that a change of root makes necessary: in the log of the root that is left, or of the new one where
 * there was none. Undefined where nothing can be attached below, or where there is no root to go by yet.
 */
async function rehomeOf(
  env: Env,
  before: TreeNode | undefined,
  node: TreeNode,
  rootAbove: number | undefined,
  now: number,
): Promise<Acceptance | undefined> {
  const newRoot = node.parentId === null ? node.id : rootAbove;
  const oldRoot =
    before && (before.parentId === null ? before.id : (await chainAbove(env, before)).at(-1)?.id);
  if (newRoot === undefined || newRoot === oldRoot) return undefined;
  if (!before && !(await hasChildren(env, node))) return undefined;
  const rootId = oldRoot ?? newRoot;
  const target =
    node.kind === 'group' ? { groupIds: [node.id], projectIds: [] } : { groupIds: [], projectIds: [node.id] };
  const request = {
    id: env.newId(),
    rootId,
    change: { kind: 'REHOME' },
    actor: SYSTEM_ACTOR,
    ...target,
  } as const;
  return acceptance(request, (await readSequence(env.table, rootId)) + 1, now, env.requestId);
}

/** Whether something waits below a group that is not there yet. */
async function hasChildren({ table }: Env, { kind, id }: NodeRef): Promise<boolean> {
  return kind === 'group' && (await listEdges(table, { groupId: id, limit: 1 })).edges.length > 0;
}
