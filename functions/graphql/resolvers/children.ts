import { narrows } from '../../../shared/domain/scan-status/project-filter.ts';
import type { Table } from '../../../shared/environment/environment.ts';
import type { Sought } from '../../../shared/tree/locate.ts';
import type { RequestContext } from '../context.ts';
import type {
  GroupConnectionResolvers,
  GroupProjectsArgs,
  GroupSubgroupsArgs,
  ProjectConnectionResolvers,
} from '../generated/resolver-types.ts';
import { pageOf } from '../limits/page.ts';
import { listChildren } from '../listing/children.ts';
import { listDescendants } from '../listing/descendants.ts';
import type { Listing } from '../listing/listing.ts';
import { listMatching } from '../listing/matching.ts';
import { cursorOf } from '../listing/position.ts';
import type { Way } from '../listing/walk.ts';
import type { GroupConnectionParent, GroupParent, Page, ProjectConnectionParent } from '../parents.ts';
import { connection, pageInfoOf } from './connection.ts';
import { assertMayReadProfiles } from './permissions.ts';
import { positionAmong, resumptionIn } from './resumption.ts';

export async function subgroupsOf(
  group: GroupParent,
  { first, after }: Partial<GroupSubgroupsArgs>,
  { environment, loaders }: RequestContext,
): Promise<GroupConnectionParent> {
  const { node } = group;
  const part = { first: pageOf(first), after: positionAmong(node.id, 'G#', after) };
  const listing = await listChildren(environment.table, node.id, 'group', part);
  return pageOfNodes(
    listing,
    async (id, groupId) => loaders.group(id, chainAt(group, groupId)),
    (child) => child.node.parentId === node.id,
  );
}

/** With a filter only those to which it applies, for who may read profiles here. */
export async function projectsOf(
  group: GroupParent,
  { includeSubgroups, first, after, ...filter }: Partial<GroupProjectsArgs>,
  context: RequestContext,
): Promise<ProjectConnectionParent> {
  const { node } = group;
  const { loaders } = context;
  const isFiltered = narrows(filter);
  if (isFiltered) assertMayReadProfiles(group);
  const way = {
    includeSubgroups: includeSubgroups ?? false,
    after: await resumptionIn(group, includeSubgroups ?? false, after, loaders),
  };
  const listing = isFiltered
    ? await listMatching(context, group, way, { first: pageOf(first), filter })
    : await listProjects(context.environment.table, node.id, way, pageOf(first));
  return pageOfNodes(
    listing,
    async (id, groupId) => loaders.project(id, chainAt(group, groupId)),
    ({ groups }) => groups.some(({ id }) => id === node.id),
  );
}

async function listProjects(
  table: Table,
  groupId: number,
  { includeSubgroups, after }: Pick<Way, 'includeSubgroups' | 'after'>,
  first: number,
): Promise<Listing> {
  if (includeSubgroups) return listDescendants(table, groupId, { first, after });
  return listChildren(table, groupId, 'project', { first, after: after?.position });
}

/** What is above a child of the group, or of one below it. */
function chainAt({ node, groups }: GroupParent, parentId: number): Sought['chain'] {
  return parentId === node.id ? groups.map(({ id }) => id) : undefined;
}

export const groupConnection: Required<GroupConnectionResolvers> = connection;
export const projectConnection: Required<ProjectConnectionResolvers> = connection;

/** A page of what was listed and is still there: something may have moved away between the two reads. */
async function pageOfNodes<Node>(
  { found, hasNextPage, end }: Listing,
  load: (id: number, groupId: number) => Promise<Node | undefined>,
  isStillThere: (node: Node) => boolean,
): Promise<Page<Node>> {
  const nodes = await Promise.all(found.map(async ({ id, groupId }) => load(id, groupId)));
  const edges = found.flatMap((position, index) => {
    const node = nodes[index];
    return node && isStillThere(node) ? [{ cursor: cursorOf(position), node }] : [];
  });
  return { edges, pageInfo: pageInfoOf(hasNextPage, end && cursorOf(end)) };
}
