import * as z from 'zod';
import { CONDITION_FAILED, invalid, type Reason } from '../errors.ts';
import { conditionOf } from '../expressions/condition.ts';
import { substitutesOf, substitutesShape } from '../expressions/substitutes.ts';
import type { Substitutes } from '../expressions/operand.ts';
import { updateItem } from '../expressions/update.ts';
import type { Store } from '../store/store.ts';
import { copyItem, type Key, type StoredItem } from '../store/values.ts';
import { checkKey, isTooLarge, keyShape, tableShape } from './shapes.ts';

const conditional = { ...substitutesShape, ConditionExpression: z.optional(z.string()) };

const itemShape = z.looseObject({ PK: z.string(), SK: z.string() });

export const putShape = z.strictObject({ ...tableShape, ...conditional, Item: itemShape });
export const deleteShape = z.strictObject({ ...tableShape, ...conditional, Key: keyShape });
export const updateShape = z.strictObject({
  ...tableShape,
  ...conditional,
  Key: keyShape,
  UpdateExpression: z.string(),
});
export const checkShape = z.strictObject({
  ...tableShape,
  ...substitutesShape,
  Key: keyShape,
  ConditionExpression: z.string(),
});

/** What an action would do to its item, or why it may not. A check leaves its item as it is. */
export type Planned =
  | { readonly key: Key; readonly after: StoredItem | undefined }
  | { readonly key: Key; readonly refused: Reason };

const FAILED: Reason = { Code: 'ConditionalCheckFailed', Message: CONDITION_FAILED };
const TOO_LARGE = 'Item size has exceeded the maximum allowed size';
const TOO_LARGE_TO_UPDATE = 'Item size to update has exceeded the maximum allowed size';

export function planPut(store: Store, put: z.infer<typeof putShape>): Planned {
  const after = copyItem(put.Item);
  checkKey(after);
  if (isTooLarge(after)) throw invalid(TOO_LARGE);
  const given = substitutesOf(put, [put.ConditionExpression]);
  const key = { PK: after.PK, SK: after.SK };
  return holds(store.get(key), put, given) ? { key, after } : { key, refused: FAILED };
}

export function planDelete(store: Store, { Key: key, ...options }: z.infer<typeof deleteShape>): Planned {
  checkKey(key);
  const given = substitutesOf(options, [options.ConditionExpression]);
  return holds(store.get(key), options, given) ? { key, after: undefined } : { key, refused: FAILED };
}

export function planCheck(store: Store, { Key: key, ...options }: z.infer<typeof checkShape>): Planned {
  checkKey(key);
  const given = substitutesOf(options, [options.ConditionExpression]);
  const item = store.get(key);
  return holds(item, options, given) ? { key, after: item } : { key, refused: FAILED };
}

export function planUpdate(store: Store, update: z.infer<typeof updateShape>): Planned {
  const { Key: key, UpdateExpression } = update;
  checkKey(key);
  const given = substitutesOf(update, [update.ConditionExpression, UpdateExpression]);
  const item = store.get(key);
  const updated = updateItem(UpdateExpression, item ?? { ...key }, given);
  if (!holds(item, update, given)) return { key, refused: FAILED };
  if ('refused' in updated) return { key, refused: { Code: 'ValidationError', Message: updated.refused } };
  if (isTooLarge(updated.after))
    return { key, refused: { Code: 'ValidationError', Message: TOO_LARGE_TO_UPDATE } };
  return { key, after: updated.after };
}

function holds(
  item: StoredItem | undefined,
  { ConditionExpression }: { readonly ConditionExpression?: string | undefined },
  given: Substitutes,
): boolean {
  return ConditionExpression === undefined || conditionOf(ConditionExpression)(item, given);
}
