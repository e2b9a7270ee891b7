import type { TreeNode } from '../domain/node.ts';
import { decidePlacing, type Placing } from '../domain/placing.ts';
import type { NodeRecord } from './records.ts';

/** What an import has to do about a record. LATER: nothing, since something as late or later is known. */
export type Comparison = 'NEW' | 'SAME' | 'CHANGED' | 'LATER';

export function placingOf(
  { kind, id, parentId, slug, name, defaultBranch }: NodeRecord,
  asOf: number,
): Placing {
  return { ref: { kind, id }, parentId, slug, name, defaultBranch, at: asOf, yields: true };
}

/** Compares what a file said as of a time with what the table has, tombstones included. */
export function compare(before: TreeNode | undefined, record: NodeRecord, asOf: number): Comparison {
  if (before === undefined) return 'NEW';
  const isThere = before.deletedAt === undefined;
  if (isThere && isAlike(record, before)) return 'SAME';
  const arrival = decidePlacing(before, placingOf(record, asOf));
  // Where only a part of it is older than what is known, the rest may already be as the file has it.
  const changes = arrival.result === 'PLACE' && !(isThere && isAlike(arrival.node, before));
  return changes ? 'CHANGED' : 'LATER';
}

type Said = Pick<TreeNode, 'parentId' | 'slug' | 'name' | 'defaultBranch'>;

/** A file need not say the default branch. */
function isAlike({ parentId, slug, name, defaultBranch }: Said, known: Said): boolean {
  return (
    parentId === known.parentId &&
    slug === known.slug &&
    name === known.name &&
    (defaultBranch ?? known.defaultBranch) === known.defaultBranch
  );
}
