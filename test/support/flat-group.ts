import { INITIAL_STATE } from '../../shared/domain/project-state.ts';
import type { Table } from '../../shared/environment/environment.ts';
import { putEdge } from '../../shared/storage/edges.ts';
import { createNode } from '../../shared/storage/nodes.ts';
import { writeStates } from '../../shared/storage/project-states.ts';
import { transact } from '../../shared/storage/write.ts';

/** Projects whose two items fit in one transaction. */
const CHUNK = 50;

/**
 * Makes projects below a group, straight in the table: for groups of more than a page.
 *
 * @param chain ids of the group and of those above it, the root last
 */
export async function flatGroup(
  table: Table,
  chain: readonly number[],
  ids: readonly number[],
): Promise<void> {
  await children(table, 'project', chain, ids);
}

/** Makes subgroups of a group, alike. */
export async function subgroups(
  table: Table,
  chain: readonly number[],
  ids: readonly number[],
): Promise<void> {
  await children(table, 'group', chain, ids);
}

async function children(
  table: Table,
  kind: 'group' | 'project',
  chain: readonly number[],
  ids: readonly number[],
): Promise<void> {
  const [parentId = 0] = chain;
  const times = { placedAt: 0, namedAt: 0, changedAt: 0 };
  for (let start = 0; start < ids.length; start += CHUNK) {
    const pieces = ids.slice(start, start + CHUNK).flatMap((id) => {
      const slug = `${kind.slice(0, 1)}${id}`;
      const node = { kind, id, slug, name: slug, parentId, version: 0, chain, ...times };
      return [createNode(node), putEdge(node)];
    });
    await transact(table, pieces);
  }
}

/** Lets projects about which nothing was decided yet hold profiles of their root, straight in the table. */
export async function letHold(
  table: Table,
  rootId: number,
  projectIds: readonly number[],
  profileIds: readonly number[],
): Promise<void> {
  const attachment = { seq: 0, at: 0, by: 'owner', operationId: 'earlier' };
  const attachments = Object.fromEntries(profileIds.map((id) => [id, attachment]));
  const state = { ...INITIAL_STATE, version: 1, rootId, attachments };
  const written = await writeStates(
    table,
    projectIds.map((projectId) => ({ projectId, before: INITIAL_STATE.version, state })),
  );
  if ([...written.values()].some((result) => result !== 'WRITTEN')) throw new Error('something was decided');
}
