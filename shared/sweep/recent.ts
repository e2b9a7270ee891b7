import type { NodeRef } from '../domain/node.ts';
import { MAXIMUM_LEVELS } from '../domain/node.ts';
import type { Table } from '../environment/environment.ts';
import { listEdges } from '../storage/edges.ts';

/** Projects that are read at once. */
const BATCH = 500;

/** Ids of these projects and of all projects below these groups, in batches. */
export async function* projectsAt(table: Table, refs: readonly NodeRef[]): AsyncGenerator<readonly number[]> {
  const named = refs.filter(({ kind }) => kind === 'project').map(({ id }) => id);
  let batch = [...new Set(named)];
  for (const { id } of refs.filter(({ kind }) => kind === 'group')) {
    for await (const ids of below(table, id)) {
      batch.push(...ids);
      for (; batch.length >= BATCH; batch = batch.slice(BATCH)) yield batch.slice(0, BATCH);
    }
  }
  for (; batch.length > 0; batch = batch.slice(BATCH)) yield batch.slice(0, BATCH);
}

async function* below(table: Table, groupId: number, level = 0): AsyncGenerator<readonly number[]> {
  // No chain is longer, unless it is a circle.
  if (level > MAXIMUM_LEVELS) return;
  let after: string | undefined;
  do {
    const page = await listEdges(table, { groupId, after });
    yield page.edges.flatMap(({ child }) => (child.kind === 'project' ? [child.id] : []));
    for (const { child } of page.edges) if (child.kind === 'group') yield* below(table, child.id, level + 1);
    after = page.after;
  } while (after !== undefined);
}
