import * as z from 'zod';
import { canceled, otherRequest } from '../errors.ts';
import type { Store } from '../store/store.ts';
import {
  checkShape,
  deleteShape,
  planCheck,
  planDelete,
  type Planned,
  planPut,
  planUpdate,
  putShape,
  updateShape,
} from './actions.ts';
import { checkKeys } from './shapes.ts';

const action = z.union([
  z.strictObject({ Put: putShape }),
  z.strictObject({ Update: updateShape }),
  z.strictObject({ Delete: deleteShape }),
  z.strictObject({ ConditionCheck: checkShape }),
]);
const shape = z.strictObject({
  TransactItems: z.array(action),
  ClientRequestToken: z.optional(z.string().min(1).max(36)),
});

/** How many actions one transaction takes. */
const LIMIT = 100;

/** All or nothing. The same token again within ten minutes does nothing more, if the request is the same. */
export function transactWrite(store: Store, input: unknown, now: number): Record<string, unknown> {
  const { TransactItems, ClientRequestToken: token } = shape.parse(input);
  const planned = TransactItems.map((one) => plan(store, one));
  checkKeys(
    planned.map(({ key }) => key),
    LIMIT,
    'Transaction request cannot include multiple operations on one item',
  );
  const text = token === undefined ? '' : JSON.stringify(TransactItems);
  const before = token === undefined ? undefined : store.requestOf(token, now);
  if (before !== undefined) {
    if (before !== text) throw otherRequest();
    return {};
  }
  if (planned.some((one) => 'refused' in one))
    throw canceled(planned.map((one) => ('refused' in one ? one.refused : { Code: 'None' })));
  store.write(planned.flatMap((one) => ('refused' in one ? [] : [one])));
  if (token !== undefined) store.remember(token, text, now);
  return {};
}

function plan(store: Store, one: z.infer<typeof action>): Planned {
  if ('Put' in one) return planPut(store, one.Put);
  if ('Update' in one) return planUpdate(store, one.Update);
  return 'Delete' in one ? planDelete(store, one.Delete) : planCheck(store, one.ConditionCheck);
}
