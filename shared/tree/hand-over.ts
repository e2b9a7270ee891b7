import type { Registration } from '../domain/changes/decision.ts';
import { FUNCTION_CLOCK_SKEW } from '../domain/clock-skew.ts';
import { cleanUpsOf, type NodeRef, nodeKey, type TreeNode } from '../domain/node.ts';
import { hasEnded, type Operation } from '../domain/operation.ts';
import type { Environment } from '../environment/environment.ts';
import { acceptance } from '../pipeline/accept.ts';
import { nodeItemKey, pageKey } from '../storage/keys.ts';
import { readNode } from '../storage/nodes.ts';
import { addPagesKnown } from '../storage/operation-progress.ts';
import { readOperation } from '../storage/operations.ts';
import { type OpenPage, openPage, readOpenPage } from '../storage/pages.ts';
import { listRegistrations } from '../storage/registrations.ts';
import { check, type Piece, transact } from '../storage/write.ts';
import { openInCleanUps } from './left-behind.ts';
import { nodePage } from './node-page.ts';
import { placesOf } from './snapshot.ts';

type Env = Pick<Environment, 'table' | 'clock' | 'log' | 'requestId'>;

/**
 * Operations that will be forgotten within so many milliseconds are not completed any more: who decides after that would not
 * see them in the list.
 */
const MARGIN = 10 * 60 * 1000;

/**
 * Hands a node that was created, moved or renamed to every operation whose target contains its present place: a walk that
 * had passed that place, or had not reached the old one, would never see it. Operations that ended before the change, or
 * before an earlier one of which nobody has told them, missed nothing. Can run any number of times for the same change. Answers the pages to be sent.
 */
export async function handOver(env: Env, ref: NodeRef): Promise<readonly OpenPage[]> {
  const node = await readNode(env.table, ref);
  if (!node || node.deletedAt !== undefined) return [];
  const above = await groupsAbove(env, node);
  const root = above.at(-1) ?? node;
  const within = new Set([...above.map(({ id }) => id), ...(node.kind === 'group' ? [node.id] : [])]);
  const logs = new Set([root.id, ...[node, ...above].flatMap(cleanUpsOf).map(({ rootId }) => rootId)]);
  const pages = [...(await openInCleanUps(env, node))];
  const since = node.unsettledSince ?? node.changedAt;
  for (const rootId of logs) {
    // In the order of acceptance, so that what was accepted last is also decided last.
    for (const registration of await listRegistrations(env.table, rootId, env.clock.now() + MARGIN)) {
      if ((registration.endedAt ?? Infinity) + FUNCTION_CLOCK_SKEW < since) continue;
      pages.push(...(await handOverTo(env, registration, node, within)));
    }
  }
  return pages;
}

/** The groups above, nearest first; none for a root, or where the node has no root: then no operation contains it. */
async function groupsAbove({ table }: Env, node: TreeNode): Promise<readonly TreeNode[]> {
  if (node.parentId === null) return [];
  const walk = (await placesOf(table, [{ ...node, parentId: node.parentId }])).get(node.id);
  return walk?.result === 'FOUND' ? walk.place.groups : [];
}

async function handOverTo(
  env: Env,
  { operationId }: Registration,
  node: TreeNode,
  within: ReadonlySet<number>,
): Promise<readonly OpenPage[]> {
  const operation = await readOperation(env.table, operationId);
  if (!operation) return [];
  if (!operation.groupIds.some((id) => within.has(id))) return [];
  // What goes by the records of another operation is for those projects, wherever they are.
  if (operation.source) return [];
  // Neither does it go on, nor is it completed by another.
  if (operation.stop) return [];
  // The operation that this very move brought begins at the node.
  if (node.transfer?.operationId === operation.id && operation.groupIds.includes(node.id)) return [];
  // Nor one that completes another because of this very change: it was accepted after it.
  if (operation.followUpOf !== undefined && operation.id.endsWith(suffixOf(node))) return [];
  const page = nodePage(env, operation, node);
  if (hasEnded(operation)) return followUp(env, operation, node);
  const { result } = await transact(env.table, [
    addPagesKnown(operationId, 1, 1),
    openPage(page),
    isNotDone(page),
  ]);
  if (result === 'WRITTEN') return [page];
  const current = await readOperation(env.table, operationId);
  if (current && hasEnded(current)) return followUp(env, current, node);
  const open = await readOpenPage(env.table, operationId, page.pageId);
  return open ? [open] : [];
}

function isNotDone({ operationId, pageId }: OpenPage): Piece {
  return check('done', pageKey(operationId, pageId), { condition: 'attribute_not_exists(PK)' });
}

/** What the id of an operation that completes another because of a change of this node ends with. */
function suffixOf(node: TreeNode): string {
  return `-${nodeKey(node).replace(':', '-')}-${node.changedAt}`;
}

/**
 * Where the operation ended while the node was on its way to it, another completes it, with the same number: it decides
 * as the first would have, whatever was accepted since.
 */
async function followUp(env: Env, ended: Operation, node: TreeNode): Promise<readonly OpenPage[]> {
  // A preview that has ended is of what it met.
  const since = node.unsettledSince ?? node.changedAt;
  if (ended.dryRun || ended.stop || (ended.finishedAt ?? 0) + FUNCTION_CLOCK_SKEW < since) return [];
  const target =
    node.kind === 'project'
      ? { projectIds: [node.id], groupIds: [] }
      : { projectIds: [], groupIds: [node.id] };
  const { rootId, change, actor, sequence } = ended;
  const id = `${ended.id}${suffixOf(node)}`;
  const followUpOf = ended.followUpOf ?? ended.id;
  const request = { id, rootId, change, actor, ...target, followUpOf };
  const next = acceptance(request, sequence, env.clock.now(), env.requestId);
  const unchanged = check('node', nodeItemKey(node), {
    condition: 'changedAt = :changedAt',
    values: { ':changedAt': node.changedAt },
  });
  const { result } = await transact(env.table, [
    unchanged,
    isNotDone(nodePage(env, ended, node)),
    ...next.pieces,
  ]);
  if (result === 'REFUSED') return [];
  env.log.info('operation completed by another', {
    operationId: ended.id,
    followUp: id,
    node: nodeKey(node),
  });
  return next.pages;
}
