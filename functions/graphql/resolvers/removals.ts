import type { RequestContext } from '../context.ts';
import { badInput } from '../errors/refusals.ts';
import type {
  SecurityScanProfileOperationRemovalsArgs,
  SecurityScanProfileRemovalConnectionResolvers,
  SecurityScanProfileRemovalResolvers,
} from '../generated/resolver-types.ts';
import { pageOf } from '../limits/page.ts';
import type { OperationParent, RemovalConnectionParent } from '../parents.ts';
import { connection, pageInfoOf } from './connection.ts';

/**
 * What an operation removed, in the order of project ids. All of its records are read for any page: a project that moved
 * while the operation ran may stand in two of them.
 */
export async function removalsOf(
  { id, rootId }: OperationParent,
  { first, after }: Partial<SecurityScanProfileOperationRemovalsArgs>,
  { loaders }: Pick<RequestContext, 'loaders'>,
): Promise<RemovalConnectionParent> {
  const from = afterOf(after);
  const size = pageOf(first);
  const removed = [...(await loaders.removalsOf(id))].filter(([projectId]) => projectId > from);
  const edges = removed.slice(0, size).map(([projectId, profileIds]) => ({
    cursor: cursorOf(projectId),
    node: { rootId, projectId, profileIds },
  }));
  return { edges, pageInfo: pageInfoOf(removed.length > size, edges.at(-1)?.cursor) };
}

export const removalConnection: Required<SecurityScanProfileRemovalConnectionResolvers> = connection;

export const removal: Required<SecurityScanProfileRemovalResolvers> = {
  projectId: ({ projectId }) => projectId,
  project: async ({ projectId }, _args, { loaders }) => (await loaders.project(projectId)) ?? null,
  profiles: async ({ rootId, profileIds }, _args, { loaders }) => loaders.activeProfiles(rootId, profileIds),
  profileIds: ({ profileIds }) => profileIds.map((id) => ({ id })),
};

const CURSOR = /^removal ([1-9]\d{0,15})$/;

function cursorOf(projectId: number): string {
  return Buffer.from(`removal ${projectId}`).toString('base64url');
}

/** Id of the last project that is known already; less than all if there is none. Throws for what is no cursor of ours. */
function afterOf(after: string | null | undefined): number {
  if (after === null || after === undefined) return 0;
  const [, projectId] = CURSOR.exec(Buffer.from(after, 'base64url').toString('utf8')) ?? [];
  if (projectId === undefined) throw badInput('The argument "after" is no cursor of this list');
  return Number(projectId);
}
