import type { RequestContext } from '../context.ts';
import { badInput } from '../errors/refusals.ts';
import type {
  GroupSecurityScanProfileOperationsArgs,
  SecurityScanProfileOperationConnectionResolvers,
} from '../generated/resolver-types.ts';
import { pageOf } from '../limits/page.ts';
import type { ProfileFilter } from '../log/filter.ts';
import { hasLog, listOperations } from '../log/list.ts';
import type { GroupParent, OperationConnectionParent, ProfileReference } from '../parents.ts';
import { connection, pageInfoOf } from './connection.ts';
import { assertMayReadProfiles } from './permissions.ts';

/** The log of a group: of a top-level group, or of one that was. Throws for any other, and for what is no cursor of ours. */
export async function operationsOf(
  group: GroupParent,
  { first, after, profileId, ...filter }: Partial<GroupSecurityScanProfileOperationsArgs>,
  { environment: { table }, loaders }: RequestContext,
): Promise<OperationConnectionParent> {
  assertMayReadProfiles(group);
  const from = positionOf(after);
  const { id, parentId } = group.node;
  if (parentId !== null && !(await hasLog(table, id)))
    throw badInput(
      'This group is no top-level group and never was one, so that it has no operations of its own: ask its rootAncestor',
    );
  const profile = profileId ? await profileFilter(id, profileId, loaders) : undefined;
  const part = { filter: { ...filter, profile }, first: pageOf(first), after: from };
  const { found, hasNextPage, end } = await listOperations(table, id, part);
  const edges = found.map(({ position, operation }) => ({ cursor: cursorOf(position), node: operation }));
  return { edges, pageInfo: pageInfoOf(hasNextPage, end === undefined ? undefined : cursorOf(end)) };
}

export const operationConnection: Required<SecurityScanProfileOperationConnectionResolvers> = connection;

async function profileFilter(
  rootId: number,
  reference: ProfileReference,
  loaders: RequestContext['loaders'],
): Promise<ProfileFilter> {
  if ('id' in reference) return reference;
  const profiles = await loaders.allActiveProfiles(rootId);
  const made = profiles.find(({ templateKey }) => templateKey === reference.template);
  return { id: made?.id, templateKey: reference.template };
}

const POSITION = /^LOG#\d{16}#[0-9A-Za-z-]{26,500}$/;

function cursorOf(position: string): string {
  return Buffer.from(position).toString('base64url');
}

/** Undefined for the beginning. */
function positionOf(after: string | null | undefined): string | undefined {
  if (after === null || after === undefined) return undefined;
  const position = Buffer.from(after, 'base64url').toString('utf8');
  if (!POSITION.test(position)) throw badInput('The argument "after" is no cursor of this list');
  return position;
}
