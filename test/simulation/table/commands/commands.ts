import type { Store } from '../store/store.ts';
import { batchGet, getItem, transactGet } from './read.ts';
import { query } from './query.ts';
import { scan } from './scan.ts';
import { batchExecute } from './statement.ts';
import { transactWrite } from './transact-write.ts';
import { batchWrite, deleteItem, putItem, updateOneItem } from './write.ts';

type Perform = (store: Store, input: unknown, now: number) => Record<string, unknown>;

const COMMANDS: ReadonlyMap<string, Perform> = new Map<string, Perform>([
  ['GetItemCommand', getItem],
  ['BatchGetItemCommand', batchGet],
  ['TransactGetItemsCommand', transactGet],
  ['QueryCommand', query],
  ['ScanCommand', scan],
  ['PutItemCommand', putItem],
  ['UpdateItemCommand', updateOneItem],
  ['DeleteItemCommand', deleteItem],
  ['TransactWriteItemsCommand', transactWrite],
  ['BatchWriteItemCommand', batchWrite],
  ['BatchExecuteStatementCommand', batchExecute],
]);

/**
 * Carries out one command, named as the SDK's middleware names it, with its input as the document client takes it: one
 * atomic step. Answers what the client would; throws what it would, and on any command or option that is not known here.
 * `now` in epoch milliseconds.
 */
export function perform(
  store: Store,
  commandName: string,
  input: unknown,
  now: number,
): Record<string, unknown> {
  const command = COMMANDS.get(commandName);
  if (!command) throw new Error(`the in-process table does not know ${commandName}`);
  return command(store, input, now);
}
