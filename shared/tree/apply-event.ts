import { SENDER_CLOCK_SKEW } from '../domain/clock-skew.ts';
import { type NodeRef, nodeKey, type TreeNode } from '../domain/node.ts';
import type { Placing } from '../domain/placing.ts';
import { type Envelope, parseTreeEvent, timeOf, type TreeEvent } from '../domain/tree-event.ts';
import type { Environment } from '../environment/environment.ts';
import { METRICS } from '../names.ts';
import { sendPages } from '../pipeline/message.ts';
import { readNode, settleNode } from '../storage/nodes.ts';
import { listFirstPages } from '../storage/pages.ts';
import { listParked, parkEvent, unparkEvent } from '../storage/parked.ts';
import { transact } from '../storage/write.ts';
import { handOver } from './hand-over.ts';
import { locate } from './locate.ts';
import { placeNode } from './place-node.ts';
import { removeNode } from './remove-node.ts';
import { setMember } from './set-member.ts';

/** PARKED: its node is not known, it waits for it. DONE: it took effect, or something later had been known. */
type Applied = 'DONE' | 'PARKED';

/**
 * Brings the tree forward by one event, and starts what follows from it. Can run any number of times, at any later time
 * and in any order: what is older than what is known changes nothing. Throws what cannot be understood, and what is dated
 * ahead of its time: it would hold against everything that happens until then.
 */
export async function applyEvent(env: Environment, event: Envelope): Promise<void> {
  const parsed = parseTreeEvent(event);
  if (timeOf(event) > env.clock.now() + SENDER_CLOCK_SKEW)
    throw new Error(
      `the event is dated ${new Date(timeOf(event)).toISOString()}, more than five minutes ahead: correct the clock of its sender`,
    );
  const ref = parsed.type === 'PLACE' ? parsed.placing.ref : parsed.ref;
  const applied = await applyOne(env, parsed, event);
  // An event that was parked just now may have missed the node by a moment.
  if (applied === 'DONE' || (await readNode(env.table, ref))) await applyParked(env, ref);
}

/** Applies the events that wait for a node, the oldest first. */
export async function applyParked(env: Environment, ref: NodeRef): Promise<void> {
  const waiting = await listParked(env.table, ref);
  for (const parked of waiting.toSorted((one, other) => timeOf(one.event) - timeOf(other.event))) {
    const applied = await applyOne(env, parseTreeEvent(parked.event), parked.event);
    if (applied === 'DONE') await transact(env.table, [unparkEvent(parked)]);
  }
}

async function applyOne(env: Environment, parsed: TreeEvent, event: Envelope): Promise<Applied> {
  switch (parsed.type) {
    case 'PLACE':
      return applyPlacing(env, parsed.placing, event);
    case 'TRANSFER_GROUP':
      return transferGroup(env, parsed, event);
    case 'REMOVE': {
      const result = await removeNode(env, parsed.ref, parsed.at);
      env.log.info('deletion', { node: nodeKey(parsed.ref), result });
      return 'DONE';
    }
    case 'MEMBER': {
      const result = await setMember(env, parsed);
      env.log.info('membership', { node: nodeKey(parsed.ref), result });
      return 'DONE';
    }
  }
}

async function applyPlacing(env: Environment, placing: Placing, event: Envelope): Promise<Applied> {
  const { ref } = placing;
  const placed = await placeNode(env, { ...placing, eventId: event.id });
  const operationId = placed.result === 'PLACED' ? placed.rehome?.operation.id : undefined;
  env.log.info('placement', { node: nodeKey(ref), result: placed.result, eventId: event.id, operationId });
  if (placed.result === 'UNKNOWN') {
    await transact(env.table, [parkEvent({ ref, event }, env.clock.now())]);
    env.log.count(METRICS.eventParked);
    return 'PARKED';
  }
  if (placed.result === 'PLACED' && placed.node.parentId !== null && placed.node.chain.length === 0) {
    env.log.warn('placed below a group that is not known, or in a circle', { node: nodeKey(ref) });
    env.log.count(METRICS.eventWithoutParent);
  }
  // Also when it stands there already: the run that placed it may have died before it came to the end of this.
  if ('node' in placed && placed.node.unsettledSince !== undefined)
    await followPlacing(env, placed.node, { again: placed.result === 'SAME' });
  return 'DONE';
}

/** What follows once a node stands where it stands: its own re-home operation goes on its way, and others that reach it. */
export async function followPlacing(
  env: Environment,
  node: TreeNode,
  sending?: Parameters<typeof sendPages>[2],
): Promise<void> {
  const own = node.transfer ? await listFirstPages(env.table, node.transfer.operationId) : [];
  await sendPages(env, [...own, ...(await handOver(env, node))], sending);
  if (node.unsettledSince !== undefined) await transact(env.table, [settleNode(node)]);
}

/**
 * Where nobody said which parent, it is the new root itself, unless the group is below it already or has become a root.
 * Where nobody said which parent it had, the old root tells whether this move or another of the same time was the last.
 */
async function transferGroup(
  env: Environment,
  { ref, transfer, at }: Extract<TreeEvent, { type: 'TRANSFER_GROUP' }>,
  event: Envelope,
): Promise<Applied> {
  const { newParentId, oldParentId, newRootId, oldRootId } = transfer;
  const present = (await locate(env, [ref], '')).get(nodeKey(ref));
  const isThere = newParentId === undefined && newRootId !== ref.id && present?.root.id === newRootId;
  if (present && isThere) {
    env.log.warn('it stays where it is: nobody said where else below its root', {
      node: nodeKey(ref),
      eventId: event.id,
    });
    env.log.count(METRICS.moveWithoutParent);
    // Its place is confirmed as of this time: what is older must not move it any more.
    return applyPlacing(env, { ref, at, parentId: present.node.parentId }, event);
  }
  const contradicts = oldParentId === undefined && oldRootId !== undefined && oldRootId !== present?.root.id;
  const parentId = newParentId === undefined ? (newRootId === ref.id ? null : newRootId) : newParentId;
  const placing = { ref, at, parentId, was: { parentId: oldParentId }, yields: contradicts };
  return applyPlacing(env, placing, event);
}
