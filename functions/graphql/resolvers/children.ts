import type { RequestContext } from '../context.ts';
import { badInput } from '../errors/refusals.ts';
import type {
  GroupConnectionResolvers,
  GroupProjectsArgs,
  GroupSubgroupsArgs,
  ProjectConnectionResolvers,
} from '../generated/resolver-types.ts';
import { pageOf } from '../limits/page.ts';
import { listChildren } from '../listing/children.ts';
import { listDescendants, type Resumption } from '../listing/descendants.ts';
import type { Listing } from '../listing/listing.ts';
import { cursorOf, type Position, positionOf } from '../listing/position.ts';
import type { GroupConnectionParent, GroupParent, Page, ProjectConnectionParent } from '../parents.ts';
import { connection } from './connection.ts';

export async function subgroupsOf(
  { node }: GroupParent,
  { first, after }: Partial<GroupSubgroupsArgs>,
  { environment, loaders }: RequestContext,
): Promise<GroupConnectionParent> {
  const part = { first: pageOf(first), after: positionAmong(node.id, 'G#', after) };
  const listing = await listChildren(environment.table, node.id, 'group', part);
  return pageOfNodes(
    listing,
    async (id) => loaders.group(id),
    (child) => child.node.parentId === node.id,
  );
}

export async function projectsOf(
  { node }: GroupParent,
  { includeSubgroups, first, after }: Partial<GroupProjectsArgs>,
  { environment, loaders }: RequestContext,
): Promise<ProjectConnectionParent> {
  const listing = includeSubgroups
    ? await listDescendants(environment.table, node.id, {
        first: pageOf(first),
        after: await resumptionBelow(node.id, after, loaders),
      })
    : await listChildren(environment.table, node.id, 'project', {
        first: pageOf(first),
        after: positionAmong(node.id, 'P#', after),
      });
  return pageOfNodes(
    listing,
    async (id) => loaders.project(id),
    ({ groups }) => groups.some(({ id }) => id === node.id),
  );
}

export const groupConnection: Required<GroupConnectionResolvers> = connection;
export const projectConnection: Required<ProjectConnectionResolvers> = connection;

/** A page of what was listed and is still there: something may have moved away between the two reads. */
async function pageOfNodes<Node>(
  { found, hasNextPage, end }: Listing,
  load: (id: number) => Promise<Node | undefined>,
  isStillThere: (node: Node) => boolean,
): Promise<Page<Node>> {
  const nodes = await Promise.all(found.map(async ({ id }) => load(id)));
  const edges = found.flatMap((position, index) => {
    const node = nodes[index];
    return node && isStillThere(node) ? [{ cursor: cursorOf(position), node }] : [];
  });
  return { edges, pageInfo: { hasNextPage, endCursor: end ? cursorOf(end) : null } };
}

/** Throws for an `after` that is no cursor of the children of this group. */
function positionAmong(
  groupId: number,
  kind: 'G#' | 'P#',
  after: string | null | undefined,
): Position | undefined {
  const position = parsed(after);
  if (!position || (position.groupId === groupId && position.position.startsWith(kind))) return position;
  throw badCursor();
}

/** Throws for an `after` that is no cursor of a project or group below this group, as it stands now. */
async function resumptionBelow(
  groupId: number,
  after: string | null | undefined,
  loaders: RequestContext['loaders'],
): Promise<Resumption | undefined> {
  const position = parsed(after);
  if (!position) return undefined;
  const groups = (await loaders.group(position.groupId))?.groups ?? [];
  const top = groups.findIndex(({ id }) => id === groupId);
  if (top === -1) throw badCursor();
  return { position, groups: groups.slice(0, top + 1) };
}

function parsed(after: string | null | undefined): Position | undefined {
  if (after === null || after === undefined) return undefined;
  const position = positionOf(after);
  if (!position) throw badCursor();
  return position;
}

function badCursor(): Error {
  return badInput(
    'The argument "after" is no cursor of this list, or the group that it was made in has moved away',
  );
}
