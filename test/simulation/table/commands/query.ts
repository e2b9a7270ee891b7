import * as z from 'zod';
import { invalid } from '../errors.ts';
import { rangeOf, type Range } from '../expressions/key-condition.ts';
import { substitutesOf, substitutesShape } from '../expressions/substitutes.ts';
import type { Store } from '../store/store.ts';
import { compareTexts, type StoredItem } from '../store/values.ts';
import { pageOf } from './page.ts';
import { checkKey, consistent, keyShape, tableShape } from './shapes.ts';

export const queryShape = z.strictObject({
  ...tableShape,
  ...substitutesShape,
  ConsistentRead: consistent,
  KeyConditionExpression: z.string(),
  ExclusiveStartKey: z.optional(keyShape),
  Limit: z.optional(z.int().min(1)),
  ScanIndexForward: z.optional(z.boolean()),
});

/** One page of a range, in one step. */
export function query(store: Store, input: unknown): Record<string, unknown> {
  const { ExclusiveStartKey: start, Limit, ScanIndexForward = true, ...options } = queryShape.parse(input);
  const { PK, from, to } = rangeOfQuery(options);
  if (start) checkStart(start, { PK, from, to });
  const found = store.partition(PK)?.between(from, to) ?? [];
  const ordered = ScanIndexForward ? found : found.toReversed();
  const isAfter = (SK: string): boolean =>
    !start || compareTexts(SK, start.SK) * (ScanIndexForward ? 1 : -1) > 0;
  return pageOf(itemsOf(store, PK, ordered.filter(isAfter)), Limit);
}

function* itemsOf(store: Store, PK: string, sortKeys: readonly string[]): Generator<StoredItem> {
  for (const SK of sortKeys) {
    const item = store.get({ PK, SK });
    if (item) yield item;
  }
}

export function rangeOfQuery(
  query: Pick<
    z.infer<typeof queryShape>,
    'KeyConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
  >,
): Range {
  return rangeOf(query.KeyConditionExpression, substitutesOf(query, [query.KeyConditionExpression]));
}

function checkStart(start: z.infer<typeof keyShape>, { PK, from, to }: Range): void {
  checkKey(start);
  if (start.PK !== PK || compareTexts(start.SK, from) < 0 || compareTexts(start.SK, to) > 0)
    throw invalid('The provided starting key is outside query boundaries based on provided conditions');
}
