import * as z from 'zod';
import type { Store } from '../store/store.ts';
import { copyAttributesOut, type Key } from '../store/values.ts';
import { checkKey, checkKeys, consistent, keyShape, tableShape } from './shapes.ts';

/** How many items one `BatchGetItem` or `TransactGetItems` reads. */
const BATCH = 100;

const getShape = z.strictObject({ ...tableShape, Key: keyShape, ConsistentRead: consistent });

export function getItem(store: Store, input: unknown): Record<string, unknown> {
  const { Key } = getShape.parse(input);
  checkKey(Key);
  return answerOf(store, Key);
}

const keysShape = z.strictObject({ Keys: z.array(keyShape), ConsistentRead: consistent });
const batchShape = z.strictObject({ RequestItems: z.record(z.string(), keysShape) });

/** All of it at once: who wants its items one by one asks for each by itself. */
export function batchGet(store: Store, input: unknown): Record<string, unknown> {
  const requests = Object.entries(batchShape.parse(input).RequestItems);
  const Responses = requests.map(([TableName, { Keys }]) => {
    checkKeys(Keys, BATCH, 'Provided list of item keys contains duplicates');
    return [TableName, Keys.flatMap((key) => answerOf(store, key).Item ?? [])] as const;
  });
  return { Responses: Object.fromEntries(Responses), UnprocessedKeys: {} };
}

const transactShape = z.strictObject({
  TransactItems: z.array(z.strictObject({ Get: z.strictObject({ ...tableShape, Key: keyShape }) })),
});

export function transactGet(store: Store, input: unknown): Record<string, unknown> {
  const keys = transactShape.parse(input).TransactItems.map(({ Get }) => Get.Key);
  checkKeys(keys, BATCH, 'Transaction request cannot include multiple operations on one item');
  return { Responses: keys.map((key) => answerOf(store, key)) };
}

function answerOf(store: Store, key: Key): { readonly Item?: Record<string, unknown> } {
  const item = store.get(key);
  return item === undefined ? {} : { Item: copyAttributesOut(item) };
}
