import type { TreeNode } from '../domain/node.ts';
import { placementUnchanged, readPlacementCounter } from '../storage/counters.ts';
import { listEdges, putEdge } from '../storage/edges.ts';
import { nodeItemKey } from '../storage/keys.ts';
import { createNode, readNodes } from '../storage/nodes.ts';
import { keyText, TRANSACTION_LIMIT } from '../storage/read.ts';
import { transact } from '../storage/write.ts';
import { followPlacing } from '../tree/apply-event.ts';
import { placeNode } from '../tree/place-node.ts';
import { compare, placingOf } from './compare.ts';
import { batchesOf, inLanes } from './lanes.ts';
import type { NodeRecord } from './records.ts';
import { noteCreated, noteSame, type Writing } from './writing.ts';

/** As many as one read takes, so two transactions: a node and its edge are two items. */
const BATCH = 100;
const LANES = 2;
const MAXIMUM_ROUNDS = 10;

/**
 * Brings nodes to where the file has them, none of which is the parent of another. New ones go in by fifty; what is
 * there and differs is placed one by one, since all moves draw from one counter.
 */
export async function writeNodes(writing: Writing, records: readonly NodeRecord[]): Promise<void> {
  const changed: NodeRecord[] = [];
  await inLanes(LANES, batchesOf(records, BATCH), async (batch) => {
    const rest = await writeBatch(writing, batch);
    changed.push(...rest);
    writing.onDone(batch.length - rest.length);
  });
  for (const record of changed) {
    await place(writing, record);
    writing.onDone(1);
  }
}

/** Answers the records that have to be placed. */
async function writeBatch(writing: Writing, batch: readonly NodeRecord[]): Promise<readonly NodeRecord[]> {
  const changed: NodeRecord[] = [];
  let pending = batch;
  for (let round = 0; pending.length > 0; round += 1) {
    if (round === MAXIMUM_ROUNDS) throw new Error('the same nodes were created and deleted again and again');
    const moves = await movesSoFar(writing, pending);
    const fresh: NodeRecord[] = [];
    const known = writing.wasEmpty && round === 0 ? undefined : await readNodes(writing.env.table, pending);
    for (const record of pending) {
      const before = known?.get(keyText(nodeItemKey(record)));
      const comparison = note(writing, record, before);
      if (comparison === 'CHANGED') changed.push(record);
      if (comparison === 'NEW') ((await waitsBelow(writing, record, moves)) ? changed : fresh).push(record);
    }
    pending = await create(writing, fresh, moves);
  }
  return changed;
}

function note(
  writing: Writing,
  record: NodeRecord,
  before: TreeNode | undefined,
): ReturnType<typeof compare> {
  const comparison = compare(before, record, writing.asOf);
  if (before && comparison === 'SAME') noteSame(writing, record, before);
  if (comparison === 'LATER') writing.counts.later += 1;
  if (record.kind === 'group') {
    const later = comparison === 'LATER' ? before : undefined;
    if (later === undefined) writing.ancestry.note(record.id, record.parentId);
    else if (later.deletedAt === undefined) writing.ancestry.note(later.id, later.parentId);
  }
  return comparison;
}

/** The placement counter, where groups are written: a move may put something below one that is not there yet. */
async function movesSoFar({ env }: Writing, records: readonly NodeRecord[]): Promise<number | undefined> {
  return records.some(({ kind }) => kind === 'group') ? readPlacementCounter(env.table) : undefined;
}

/** Whether projects or groups came before this group, so that it changes their root. */
async function waitsBelow(
  { env }: Writing,
  { kind, id }: NodeRecord,
  moves: number | undefined,
): Promise<boolean> {
  if (kind === 'project' || !moves) return false;
  return (await listEdges(env.table, { groupId: id, limit: 1 })).edges.length > 0;
}

/** Answers those that somebody else was quicker to create, and groups below which something may have come meanwhile. */
async function create(
  writing: Writing,
  records: readonly NodeRecord[],
  moves: number | undefined,
): Promise<readonly NodeRecord[]> {
  const refused: NodeRecord[] = [];
  const unmoved = moves === undefined ? [] : [placementUnchanged(moves)];
  for (const batch of batchesOf(records, Math.floor((TRANSACTION_LIMIT - unmoved.length) / 2))) {
    const created = batch
      .map((record) => nodeOf(writing, record))
      .flatMap((node) => [createNode(node), putEdge(node)]);
    const pieces = [...unmoved, ...created];
    const { result } = await transact(writing.env.table, pieces);
    if (result === 'REFUSED') refused.push(...batch);
    else for (const record of batch) noteCreated(writing, record);
  }
  return refused;
}

function nodeOf({ env, asOf, ancestry }: Writing, record: NodeRecord): TreeNode {
  return {
    ...record,
    placedAt: asOf,
    namedAt: asOf,
    version: 0,
    chain: ancestry.chainFrom(record.parentId),
    changedAt: env.clock.now(),
  };
}

async function place({ env, asOf, counts }: Writing, record: NodeRecord): Promise<void> {
  const placed = await placeNode(env, placingOf(record, asOf));
  if (placed.result === 'PLACED') await followPlacing(env, placed.node);
  counts[placed.result === 'PLACED' ? 'changed' : 'later'] += 1;
}
