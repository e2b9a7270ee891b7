import type { TreeNode } from '../domain/node.ts';
import { decidePlacing, type Placing } from '../domain/placing.ts';
import type { NodeRecord } from './records.ts';

/** What an import has to do about a record. LATER: nothing, since something as late or later is known. */
export type Comparison = 'NEW' | 'SAME' | 'CHANGED' | 'LATER';

export function placingOf({ kind, id, parentId, slug, name }: NodeRecord, asOf: number): Placing {
  return { ref: { kind, id }, parentId, slug, name, at: asOf };
}

/** Compares what a file said as of a time with what the table has, tombstones included. */
export function compare(before: TreeNode | undefined, record: NodeRecord, asOf: number): Comparison {
  if (before === undefined) return 'NEW';
  const { parentId, slug, name } = record;
  const agrees = before.parentId === parentId && before.slug === slug && before.name === name;
  if (agrees && before.deletedAt === undefined) return 'SAME';
  return decidePlacing(before, placingOf(record, asOf)).result === 'PLACE' ? 'CHANGED' : 'LATER';
}
