import { nodeKey, type TreeNode } from '../domain/node.ts';
import type { Operation } from '../domain/operation.ts';
import type { Environment } from '../environment/environment.ts';
import type { OpenPage, PageStart } from '../storage/pages.ts';

/** The page in which an operation decides about a node that has changed its place, and about all below it: one a change. */
export function nodePage(
  env: Pick<Environment, 'clock' | 'requestId'>,
  { id: operationId, rootId }: Pick<Operation, 'id' | 'rootId'>,
  node: TreeNode,
): OpenPage {
  const start: PageStart =
    node.kind === 'project' ? { projectIds: [node.id] } : { frontier: [{ groupId: node.id, level: 0 }] };
  return {
    operationId,
    pageId: `H.${nodeKey(node)}.${node.changedAt}`,
    rootId,
    start,
    since: env.clock.now(),
    resends: 0,
    requestId: env.requestId ?? operationId,
  };
}
