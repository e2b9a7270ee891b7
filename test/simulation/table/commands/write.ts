import * as z from 'zod';
import { conditionFailed, invalid } from '../errors.ts';
import type { Store } from '../store/store.ts';
import type { Key } from '../store/values.ts';
import {
  deleteShape,
  planDelete,
  type Planned,
  planPut,
  planUpdate,
  putShape,
  updateShape,
} from './actions.ts';
import { checkKeys, keyShape } from './shapes.ts';

export function putItem(store: Store, input: unknown): Record<string, unknown> {
  return carryOut(store, planPut(store, putShape.parse(input)));
}

export function updateOneItem(store: Store, input: unknown): Record<string, unknown> {
  return carryOut(store, planUpdate(store, updateShape.parse(input)));
}

export function deleteItem(store: Store, input: unknown): Record<string, unknown> {
  return carryOut(store, planDelete(store, deleteShape.parse(input)));
}

function carryOut(store: Store, planned: Planned): Record<string, unknown> {
  if ('refused' in planned) {
    const { Code, Message = '' } = planned.refused;
    throw Code === 'ConditionalCheckFailed' ? conditionFailed() : invalid(Message);
  }
  store.write([planned]);
  return {};
}

const request = z.union([
  z.strictObject({ PutRequest: z.strictObject({ Item: putShape.shape.Item }) }),
  z.strictObject({ DeleteRequest: z.strictObject({ Key: keyShape }) }),
]);
const batchShape = z.strictObject({ RequestItems: z.record(z.string(), z.array(request)) });

/** How many requests one `BatchWriteItem` takes. */
const BATCH = 25;

/** All of it at once: who wants its requests one by one asks for each by itself. */
export function batchWrite(store: Store, input: unknown): Record<string, unknown> {
  const planned = Object.entries(batchShape.parse(input).RequestItems).flatMap(([TableName, requests]) =>
    requests.map((one) =>
      'PutRequest' in one
        ? planPut(store, { TableName, ...one.PutRequest })
        : planDelete(store, { TableName, ...one.DeleteRequest }),
    ),
  );
  const writes = planned.flatMap((one) => ('refused' in one ? [] : [one]));
  const keys: readonly Key[] = writes.map(({ key }) => key);
  checkKeys(keys, BATCH, 'Provided list of item keys contains duplicates');
  store.write(writes);
  return { UnprocessedItems: {} };
}
