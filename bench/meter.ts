import type { Table } from '../shared/environment/environment.ts';

/** What went to the table: calls of the SDK, and the capacity that the engine says they consumed. */
export interface Consumption {
  readonly calls: number;
  readonly writeUnits: number;
  readonly readUnits: number;
}

/** Commands that write, by the names of the SDK; all others read. */
const WRITES = /^(Put|Update|Delete|TransactWrite|BatchWrite|BatchExecute)/;

/** Counts what goes through a table's client from now on, until `read` is called. */
export function meter({ client }: Table): { readonly read: () => Consumption } {
  let calls = 0;
  let writeUnits = 0;
  let readUnits = 0;
  const name = 'meter';
  client.middlewareStack.add(
    (next, context) => async (args) => {
      calls += 1;
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const answer = await next(args);
      const units = unitsOf(answer.output);
      if (WRITES.test(context.commandName ?? '')) writeUnits += units;
      else readUnits += units;
      return answer;
    },
    { name, step: 'initialize' },
  );
  const read = (): Consumption => {
    client.middlewareStack.remove(name);
    return { calls, writeUnits, readUnits };
  };
  return { read };
}

function unitsOf(output: unknown): number {
  if (typeof output !== 'object' || output === null || !('ConsumedCapacity' in output)) return 0;
  const consumed: unknown = output.ConsumedCapacity;
  const entries: unknown[] = Array.isArray(consumed) ? consumed : [consumed];
  return entries.reduce<number>((sum, entry) => sum + capacityOf(entry), 0);
}

function capacityOf(entry: unknown): number {
  if (typeof entry !== 'object' || entry === null || !('CapacityUnits' in entry)) return 0;
  return Number(entry.CapacityUnits);
}
