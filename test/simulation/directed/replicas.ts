import * as z from 'zod';
import type { Table } from '../../../shared/environment/environment.ts';
import { perform } from '../table/commands/commands.ts';
import { Store } from '../table/store/store.ts';

/** What reads see that are not consistent. */
export interface Replica {
  /** From now on they see the table as it is now, whatever is written later. */
  lag(): void;
  /** From now on they see what was written. */
  catchUp(): void;
}

const ranged = z.looseObject({ ConsistentRead: z.literal(false) });
const batched = z.looseObject({
  RequestItems: z.record(z.string(), z.looseObject({ ConsistentRead: z.literal(false) })),
});

/** Lets a table answer reads that are not consistent, which it does not know otherwise. */
export function replicaOf({ client }: Table, store: Store, now: () => number): Replica {
  let replica = store;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const input = asConsistent(args.input);
        if (input === undefined) return next(args);
        const output = { $metadata: {}, ...perform(replica, String(commandName), input, now()) };
        return Promise.resolve({ output, response: {} });
      },
    { name: 'replica', step: 'initialize', priority: 'high' },
  );
  return {
    lag() {
      replica = new Store();
      replica.restore(store.snapshot());
    },
    catchUp() {
      replica = store;
    },
  };
}

/** The same read in the only form that the table knows; undefined if it is consistent, or no read of this kind. */
function asConsistent(input: unknown): unknown {
  const one = ranged.safeParse(input).data;
  if (one) return { ...one, ConsistentRead: true };
  const batch = batched.safeParse(input).data;
  if (!batch) return undefined;
  const requests = Object.entries(batch.RequestItems);
  return {
    ...batch,
    RequestItems: Object.fromEntries(
      requests.map(([name, request]) => [name, { ...request, ConsistentRead: true }]),
    ),
  };
}
