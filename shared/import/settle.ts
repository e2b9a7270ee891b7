import { type NodeRef, nodeKey } from '../domain/node.ts';
import type { Environment } from '../environment/environment.ts';
import { sendPages } from '../pipeline/message.ts';
import { nodeItemKey } from '../storage/keys.ts';
import { readNodes } from '../storage/nodes.ts';
import { listParked } from '../storage/parked.ts';
import { keyText } from '../storage/read.ts';
import { listRegistrations } from '../storage/registrations.ts';
import { applyParked } from '../tree/apply-event.ts';
import { handOver } from '../tree/hand-over.ts';
import type { Ancestry } from './ancestry.ts';
import { inLanes } from './lanes.ts';
import type { Arrivals } from './writing.ts';

const LANES = 4;

/** Hands what came to the operations that run, or ended within the hour, at the place to which it came. */
export async function handOverArrivals(
  env: Environment,
  { created }: Arrivals,
  ancestry: Ancestry,
): Promise<void> {
  const byRoot = Map.groupBy(created, ({ kind, id, parentId }) => {
    const chain = ancestry.chainFrom(parentId);
    return chain.at(-1) ?? (kind === 'group' ? id : undefined);
  });
  await inLanes(LANES, byRoot, async ([rootId, records]) => {
    if (rootId === undefined) return;
    const operations = await listRegistrations(env.table, rootId, env.clock.now());
    if (operations.length === 0) return;
    for (const { kind, id } of records) await sendPages(env, await handOver(env, { kind, id }));
  });
}

/** Applies the events that came before their node did. Answers for how many nodes there were any. */
export async function applyWaiting(env: Environment): Promise<number> {
  const refs = new Map(
    (await listParked(env.table)).map(({ ref }): [string, NodeRef] => [nodeKey(ref), ref]),
  );
  const known = await readNodes(env.table, [...refs.values()]);
  const due = [...refs.values()].filter((ref) => known.has(keyText(nodeItemKey(ref))));
  for (const ref of due) await applyParked(env, ref);
  return due.length;
}
