import { decidedProjects, hasEnded, type Operation } from '../domain/operation.ts';
import type { Table } from '../environment/environment.ts';
import { listLog } from '../storage/operation-log.ts';
import { readOperations } from '../storage/operations.ts';

export type Target = Pick<Operation, 'projectIds' | 'groupIds'>;

/** So far back in the log is looked for an operation on the same target. */
const LOOKED_AT = 10;

/** Ids of the last operations of a root, the newest first. */
export async function listRecent(table: Table, rootId: number): Promise<readonly string[]> {
  const { entries } = await listLog(table, rootId, { limit: LOOKED_AT });
  return entries.map(({ operationId }) => operationId);
}

/**
 * How many projects an operation is going to decide: what the last one on the same target has decided, among the `recent`
 * ones. Undefined where nothing tells; the tree is not counted for it.
 */
export async function expectedOf(
  table: Table,
  recent: readonly string[],
  target: Target,
): Promise<number | undefined> {
  if (target.groupIds.length === 0) return target.projectIds.length;
  const operations = await readOperations(table, recent);
  const last = recent
    .flatMap((id) => operations.get(id) ?? [])
    .find((operation) => hasEnded(operation) && !operation.stop && isSameTarget(operation, target));
  return last && decidedProjects(last.totals);
}

function isSameTarget(operation: Operation, { projectIds, groupIds }: Target): boolean {
  if (operation.source) return false;
  const texts = [operation, { projectIds, groupIds }].map((each) =>
    JSON.stringify([each.projectIds.toSorted(), each.groupIds.toSorted()]),
  );
  return texts[0] === texts[1];
}
