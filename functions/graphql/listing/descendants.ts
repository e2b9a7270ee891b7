import type { Table } from '../../../shared/environment/environment.ts';
import type { Listing } from './listing.ts';
import type { Position } from './position.ts';
import { type Resumption, walk } from './walk.ts';

/** Groups that one part of the list may visit: a part of a tree of empty groups ends early. */
const MAXIMUM_VISITS = 300;

/** Part of the projects of a group and of all groups below it: those of subgroups before the group's own, by path. */
export async function listDescendants(
  table: Table,
  groupId: number,
  { first, after }: { readonly first: number; readonly after: Resumption | undefined },
): Promise<Listing> {
  const found: (Position & { readonly id: number })[] = [];
  let passed: Position | undefined;
  let visits = 0;
  for await (const step of walk(table, { groupId, includeSubgroups: true, after, pageSize: first + 1 })) {
    if (step.kind === 'VISIT') {
      visits += 1;
      if (visits > MAXIMUM_VISITS) return { found, hasNextPage: true, end: passed };
      continue;
    }
    if (step.kind === 'PROJECT') {
      if (found.length === first) return { found, hasNextPage: true, end: found.at(-1) };
      found.push({ id: step.id, ...step.position });
    }
    passed = step.position;
  }
  return { found, hasNextPage: false, end: found.at(-1) };
}
