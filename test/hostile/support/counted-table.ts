import type { Table } from '../../../shared/environment/environment.ts';
import { perform } from '../../simulation/table/commands/commands.ts';
import { inProcessTable } from '../../simulation/table/in-process-table.ts';
import type { Store } from '../../simulation/table/store/store.ts';
import { startEngine } from '../../support/engine.ts';
import { allItems } from '../../support/raw-items.ts';

/** A table with the names of the commands that it was sent, as the document client names them. */
export interface CountedTable {
  readonly table: Table;
  readonly commands: string[];
  /** Every item as text, in the order of keys: two of them are the same if nothing was changed. */
  dump(): Promise<string>;
  stop(): Promise<void>;
}

export interface InProcess extends CountedTable {
  readonly store: Store;
}

/** Commands of the document client → those of the service. */
const SERVICE_COMMANDS: ReadonlyMap<string, string> = new Map([
  ['GetCommand', 'GetItemCommand'],
  ['BatchGetCommand', 'BatchGetItemCommand'],
  ['TransactGetCommand', 'TransactGetItemsCommand'],
  ['PutCommand', 'PutItemCommand'],
  ['UpdateCommand', 'UpdateItemCommand'],
  ['DeleteCommand', 'DeleteItemCommand'],
  ['TransactWriteCommand', 'TransactWriteItemsCommand'],
  ['BatchWriteCommand', 'BatchWriteItemCommand'],
]);

/** A table in this process. What the SDK does to every call is left out: a hundred thousand requests would wait for that. */
export function inProcess(): InProcess {
  const { table, store } = inProcessTable();
  const commands: string[] = [];
  const send = (command: { readonly input: unknown; readonly constructor: { readonly name: string } }) => {
    const { name } = command.constructor;
    commands.push(name);
    return new Promise((resolve) => {
      resolve(perform(store, SERVICE_COMMANDS.get(name) ?? name, command.input, 0));
    });
  };
  Object.assign(table.client, { send });
  return {
    table,
    store,
    commands,
    dump: async () => dumpOf(table),
    stop: () => Promise.resolve(),
  };
}

/** The real engine behind the SDK's own client. */
export async function onEngine(): Promise<CountedTable> {
  const engine = await startEngine();
  const { table } = engine;
  const commands: string[] = [];
  table.client.middlewareStack.add(
    (next, context) => async (args) => {
      commands.push(context.commandName ?? 'unknown');
      return next(args);
    },
    { step: 'initialize', name: 'countCommands' },
  );
  return { table, commands, dump: async () => dumpOf(table), stop: async () => engine.stop() };
}

/** Commands that can change the table. */
export function writesIn(commands: readonly string[]): readonly string[] {
  return commands.filter((name) => !/^(Get|BatchGet|TransactGet|Query|Scan)/.test(name));
}

async function dumpOf(table: Table): Promise<string> {
  const lines = (await allItems(table)).map((item) => JSON.stringify(item, sorted));
  return lines.toSorted().join('\n');
}

/** With the members of objects in the order of their names. */
function sorted(_key: string, value: unknown): unknown {
  if (value instanceof Set) return [...value].toSorted();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
