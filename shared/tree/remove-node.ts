import type { NodeRef } from '../domain/node.ts';
import type { Environment } from '../environment/environment.ts';
import { untilWritten } from '../pipeline/retry.ts';
import { drawPlacement, readPlacementCounter } from '../storage/counters.ts';
import { removeEdge } from '../storage/edges.ts';
import { buryUnknown, deleteLater, deleteNode, readNode } from '../storage/nodes.ts';
import { removeScanResults } from '../storage/scan-results.ts';
import { transact } from '../storage/write.ts';

/** Seconds for which a tombstone tells late events that they are late. */
export const TOMBSTONE_LIFETIME = 30 * 24 * 60 * 60;

/**
 * Deletes a node as of a time (epoch milliseconds) and leaves a tombstone for thirty days. Of a node that is not known
 * only the tombstone is made. STALE: it was placed, renamed or deleted later than that.
 */
export async function removeNode(
  env: Pick<Environment, 'table' | 'clock' | 'random'>,
  ref: NodeRef,
  at: number,
): Promise<'REMOVED' | 'STALE'> {
  const expiresAt = Math.floor(env.clock.now() / 1000) + TOMBSTONE_LIFETIME;
  return untilWritten(env, 'deleting a node', async () => {
    const counter = await readPlacementCounter(env.table);
    const before = await readNode(env.table, ref);
    const times = { placedAt: at, namedAt: at, changedAt: env.clock.now(), deletedAt: at };
    if (before === undefined) {
      const unknown = { ...ref, slug: '', name: '', parentId: null, version: 0, chain: [], ...times };
      const { result } = await transact(env.table, [buryUnknown(unknown, expiresAt)]);
      return result === 'WRITTEN' ? 'REMOVED' : undefined;
    }
    if (before.deletedAt !== undefined && before.deletedAt < at) {
      const { result } = await transact(env.table, [deleteLater(before, at, expiresAt)]);
      return result === 'WRITTEN' ? 'REMOVED' : undefined;
    }
    if (before.deletedAt !== undefined || Math.max(before.placedAt, before.namedAt) > at) return 'STALE';
    const tombstone = { ...before, ...times, version: counter + 1 };
    const { result } = await transact(env.table, [
      drawPlacement(counter),
      deleteNode(before, tombstone, expiresAt),
      removeEdge(before),
      ...(ref.kind === 'project' ? [removeScanResults(ref.id)] : []),
    ]);
    return result === 'WRITTEN' ? 'REMOVED' : undefined;
  });
}
