import { matches, type ProjectFilter } from '../../../shared/domain/scan-status/project-filter.ts';
import type { RequestContext } from '../context.ts';
import type { GroupParent } from '../parents.ts';
import type { Listing } from './listing.ts';
import { lookThrough, type Seen } from './look-through.ts';
import type { Position } from './position.ts';
import type { Way } from './walk.ts';

/** Projects that one part of the list looks at. */
const MAXIMUM_LOOKED_AT = 2_000;

/** Part of the projects of a group to which a filter applies. It ends early where few do. */
export async function listMatching(
  context: RequestContext,
  { node, root }: GroupParent,
  way: Omit<Way, 'pageSize' | 'groupId'>,
  { first, filter }: { readonly first: number; readonly filter: ProjectFilter },
): Promise<Listing> {
  const look = {
    ...way,
    groupId: node.id,
    rootId: root.id,
    maximum: MAXIMUM_LOOKED_AT,
    withScans: Boolean(filter.status),
  };
  const found: Seen[] = [];
  let passed: Position | undefined = way.after?.position;
  for await (const { seen, end, isLast } of lookThrough(context, look)) {
    for (const project of seen.filter(({ attachments }) => matches(filter, attachments))) {
      if (found.length === first) return { found, hasNextPage: true, end: found.at(-1) };
      found.push(project);
    }
    if (isLast) return { found, hasNextPage: false, end: found.at(-1) };
    passed = end ?? passed;
    // Whether there is another one is not worth looking at many: the next page tells.
    if (found.length === first) return { found, hasNextPage: true, end: found.at(-1) ?? passed };
  }
  return { found, hasNextPage: true, end: passed };
}
