import type { TreeNode } from '../../shared/domain/node.ts';
import type { Table } from '../../shared/environment/environment.ts';
import { inLanes } from '../../shared/import/lanes.ts';
import { putEdge } from '../../shared/storage/edges.ts';
import { createNode } from '../../shared/storage/nodes.ts';
import { TRANSACTION_LIMIT } from '../../shared/storage/read.ts';
import { transact } from '../../shared/storage/write.ts';

/** Transactions that are under way at once. */
const LANES = 4;

/** A node and its edge are two items. */
const BATCH = TRANSACTION_LIMIT / 2;

/**
 * Writes nodes that were never there, as an import would: parents first, where that matters. They are asked for as they can
 * be written. `onDone` is told of those that are.
 */
export async function plantNodes(
  table: Table,
  nodes: Iterable<TreeNode>,
  onDone: (batch: readonly TreeNode[]) => void = () => undefined,
): Promise<void> {
  await inLanes(LANES, batches(nodes), async (batch) => {
    const { result } = await transact(
      table,
      batch.flatMap((node) => [createNode(node), putEdge(node)]),
    );
    if (result === 'REFUSED') throw new Error('a node of a made-up tree was there already');
    onDone(batch);
  });
}

function* batches(nodes: Iterable<TreeNode>): Generator<readonly TreeNode[]> {
  let batch: TreeNode[] = [];
  for (const node of nodes) {
    batch.push(node);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * A node of a made-up tree.
 *
 * @param chain the groups that it is in, nearest first
 */
export function madeUpNode(kind: TreeNode['kind'], id: number, chain: readonly number[]): TreeNode {
  const slug = `${kind}-${id}`;
  const times = { placedAt: 0, namedAt: 0, changedAt: 0 };
  return { kind, id, slug, name: slug, parentId: chain[0] ?? null, version: 0, chain, ...times };
}
