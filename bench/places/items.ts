import type { Table } from '../../shared/environment/environment.ts';

const NAME = 'countItems';

/** Counts the items that are asked for through a table's client from now on, until `read` is called; of a query those that it answers. */
export function itemsAsked({ client }: Table): { readonly read: () => number } {
  let items = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      items += countOf(args.input) || countOf(answer.output);
      return answer;
    },
    { name: NAME, step: 'initialize' },
  );
  return {
    read() {
      client.middlewareStack.remove(NAME);
      return items;
    },
  };
}

/** Keys of a batch or a transaction, one of a single read; items of an answer. */
function countOf(said: object): number {
  if ('RequestItems' in said) return keysIn(said.RequestItems);
  if ('TransactItems' in said && Array.isArray(said.TransactItems)) return said.TransactItems.length;
  if ('Key' in said) return 1;
  return 'Count' in said ? Number(said.Count) : 0;
}

function keysIn(tables: unknown): number {
  if (typeof tables !== 'object' || tables === null) return 0;
  return Object.values(tables).reduce<number>(
    (sum, asked: { readonly Keys: readonly unknown[] }) => sum + asked.Keys.length,
    0,
  );
}
