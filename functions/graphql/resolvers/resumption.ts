import type { RequestContext } from '../context.ts';
import { badInput } from '../errors/refusals.ts';
import { type Position, positionOf } from '../listing/position.ts';
import type { Resumption } from '../listing/walk.ts';
import type { GroupParent } from '../parents.ts';

/** Throws for an `after` that is no cursor of the children of this group. */
export function positionAmong(
  groupId: number,
  kind: 'G#' | 'P#',
  after: string | null | undefined,
): Position | undefined {
  const position = parsed(after);
  if (!position || (position.groupId === groupId && position.position.startsWith(kind))) return position;
  throw badCursor();
}

/** Throws for an `after` that is no cursor of the projects of this group, or of those below it too, as it stands now. */
export async function resumptionIn(
  group: GroupParent,
  includeSubgroups: boolean,
  after: string | null | undefined,
  loaders: RequestContext['loaders'],
): Promise<Resumption | undefined> {
  const { node } = group;
  if (!includeSubgroups) {
    const position = positionAmong(node.id, 'P#', after);
    return position && { position, groups: [node] };
  }
  const position = parsed(after);
  if (!position) return undefined;
  const groups = (await loaders.group(position.groupId))?.groups ?? [];
  const top = groups.findIndex(({ id }) => id === node.id);
  if (top === -1) throw badCursor();
  return { position, groups: groups.slice(0, top + 1) };
}

function parsed(after: string | null | undefined): Position | undefined {
  if (after === null || after === undefined) return undefined;
  const position = positionOf(after);
  if (!position) throw badCursor();
  return position;
}

export function badCursor(): Error {
  return badInput(
    'The argument "after" is no cursor of this list, or the group that it was made in has moved away',
  );
}
