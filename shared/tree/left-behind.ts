import { cleanUpsOf, type TreeNode } from '../domain/node.ts';
import { hasEnded } from '../domain/operation.ts';
import type { Environment } from '../environment/environment.ts';
import { addPagesKnown } from '../storage/operation-progress.ts';
import { readOperations } from '../storage/operations.ts';
import { type OpenPage, openPage, readOpenPage } from '../storage/pages.ts';
import type { Piece } from '../storage/write.ts';
import { nodePage } from './node-page.ts';

/**
 * Pages for a node in the clean-ups, still running, that were to find it at the place that it leaves: who meets its projects
 * re-homes them in the name of those. Written with the change itself, so that none of them ends without having recorded it;
 * refused if one has ended since it was read.
 *
 * @param above the groups above the place that it leaves
 * @param node as it will be
 */
export async function pagesInCleanUps(
  env: Pick<Environment, 'table' | 'clock' | 'requestId'>,
  above: readonly TreeNode[],
  node: TreeNode,
): Promise<readonly Piece[]> {
  const ids = new Set(above.flatMap(cleanUpsOf).map(({ operationId }) => operationId));
  const operations = await readOperations(env.table, [...ids]);
  return [...operations.values()]
    .filter((operation) => !hasEnded(operation))
    .flatMap((operation) => [addPagesKnown(operation.id, 1, 1), openPage(nodePage(env, operation, node))]);
}

/** Those of them that are still open, to be sent. */
export async function openInCleanUps(
  env: Pick<Environment, 'table' | 'clock' | 'requestId'>,
  node: TreeNode,
): Promise<readonly OpenPage[]> {
  const pages = await Promise.all(
    cleanUpsOf(node).map(async ({ operationId, rootId }) => {
      const { pageId } = nodePage(env, { id: operationId, rootId }, node);
      return readOpenPage(env.table, operationId, pageId);
    }),
  );
  return pages.flatMap((page) => page ?? []);
}
