import * as z from 'zod';
import { conditionOf } from '../expressions/condition.ts';
import { substitutesOf, substitutesShape } from '../expressions/substitutes.ts';
import { invalid } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { compareTexts, type Key, type StoredItem } from '../store/values.ts';
import { pageOf } from './page.ts';
import { checkKey, consistent, keyShape, tableShape } from './shapes.ts';

const shape = z.strictObject({
  ...tableShape,
  ...substitutesShape,
  ConsistentRead: consistent,
  ExclusiveStartKey: z.optional(keyShape),
  FilterExpression: z.optional(z.string()),
  Limit: z.optional(z.int().min(1)),
  Segment: z.optional(z.int().min(0)),
  TotalSegments: z.optional(z.int().min(1).max(1_000_000)),
});

/** One page of the table or of one of its segments, partitions in the order of a hash of their keys, in one step. */
export function scan(store: Store, input: unknown): Record<string, unknown> {
  const options = shape.parse(input);
  const { ExclusiveStartKey: start, FilterExpression, Limit, Segment, TotalSegments } = options;
  if ((Segment === undefined) !== (TotalSegments === undefined) || (Segment ?? 0) >= (TotalSegments ?? 1))
    throw invalid('The Segment parameter is required but was not present in the request, or is out of range');
  if (start) checkKey(start);
  const given = substitutesOf(options, [FilterExpression]);
  const filter = FilterExpression === undefined ? () => true : conditionOf(FilterExpression);
  const partitions = store
    .partitionKeys()
    .map((PK) => ({ PK, hash: hashOf(PK) }))
    .filter(({ hash }) => Segment === undefined || hash % (TotalSegments ?? 1) === Segment)
    .toSorted(inOrder);
  return pageOf(after(store, partitions, start), Limit, (item) => filter(item, given));
}

interface Hashed {
  readonly PK: string;
  readonly hash: number;
}

function inOrder(one: Hashed, other: Hashed): number {
  return one.hash - other.hash || compareTexts(one.PK, other.PK);
}

function* after(store: Store, partitions: readonly Hashed[], start: Key | undefined): Generator<StoredItem> {
  const at = start && { PK: start.PK, hash: hashOf(start.PK) };
  for (const partition of partitions) {
    const place = at ? inOrder(partition, at) : 1;
    if (place < 0) continue;
    for (const item of store.partition(partition.PK)?.items() ?? [])
      if (place > 0 || compareTexts(item.SK, start?.SK ?? '') > 0) yield item;
  }
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93) >>> 0;
  return hash;
}
