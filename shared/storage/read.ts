import { BatchGetCommand, GetCommand, QueryCommand, TransactGetCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../environment/environment.ts';
import type { Key } from './keys.ts';

/** An item as it came from the table, not yet parsed. */
export type Item = Readonly<Record<string, unknown>>;

export function keyText({ PK, SK }: Key): string {
  return `${PK} ${SK}`;
}

function textOf(item: Item): string {
  return `${String(item['PK'])} ${String(item['SK'])}`;
}

/** One consistent read. */
export async function getItem(table: Table, { PK, SK }: Key): Promise<Item | undefined> {
  const request = { TableName: table.name, Key: { PK, SK }, ConsistentRead: true };
  const { Item } = await table.client.send(new GetCommand(request));
  return Item;
}

const BATCH = 100;
const MAXIMUM_ROUNDS = 12;

/** Consistent reads of any number of keys, by `keyText`; absent items are absent. Each is read by itself: no snapshot. */
export async function batchGet(table: Table, keys: readonly Key[]): Promise<ReadonlyMap<string, Item>> {
  const distinct = [...new Map(keys.map((key) => [keyText(key), key])).values()];
  const batches: Key[][] = [];
  for (let start = 0; start < distinct.length; start += BATCH)
    batches.push(distinct.slice(start, start + BATCH));
  const items = await Promise.all(batches.map(async (batch) => batchGetOnce(table, batch)));
  return new Map(items.flat().map((item) => [textOf(item), item]));
}

async function batchGetOnce(table: Table, keys: readonly Key[]): Promise<Item[]> {
  const items: Item[] = [];
  let pending: readonly Record<string, unknown>[] = keys.map(({ PK, SK }) => ({ PK, SK }));
  for (let round = 0; pending.length > 0; round += 1) {
    if (round === MAXIMUM_ROUNDS) throw new Error('the table left keys unread, again and again');
    if (round > 0) await table.backOff(round);
    const request = { RequestItems: { [table.name]: { Keys: [...pending], ConsistentRead: true } } };
    const answer = await table.client.send(new BatchGetCommand(request));
    items.push(...(answer.Responses?.[table.name] ?? []));
    pending = answer.UnprocessedKeys?.[table.name]?.Keys ?? [];
  }
  return items;
}

/** How many items one transaction may read or write. */
export const TRANSACTION_LIMIT = 100;

/** One snapshot of at most `TRANSACTION_LIMIT` items, by `keyText`; absent items are absent. */
export async function snapshotGet(table: Table, keys: readonly Key[]): Promise<ReadonlyMap<string, Item>> {
  if (keys.length === 0) return new Map();
  const TransactItems = keys.map(({ PK, SK }) => ({ Get: { TableName: table.name, Key: { PK, SK } } }));
  const { Responses } = await retryConflicts(table, async () =>
    table.client.send(new TransactGetCommand({ TransactItems })),
  );
  return new Map((Responses ?? []).flatMap(({ Item }) => (Item ? [[textOf(Item), Item] as const] : [])));
}

/** The SDK does not retry a transaction that met another one. */
export async function retryConflicts<T>(table: Table, send: () => Promise<T>): Promise<T> {
  for (let round = 1; ; round += 1) {
    try {
      return await send();
    } catch (error) {
      if (round === MAXIMUM_ROUNDS || !isPassing(error)) throw error;
      await table.backOff(round);
    }
  }
}

const PASSING = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];

function isPassing(error: unknown): boolean {
  const reasons = cancellationReasons(error);
  return reasons.some((reason) => PASSING.includes(reason)) && !reasons.includes('ConditionalCheckFailed');
}

/** Why each item of a transaction was refused (`None` for one that was not); empty for any other error. */
export function cancellationReasons(error: unknown): readonly string[] {
  if (!(error instanceof Error) || error.name !== 'TransactionCanceledException') return [];
  if (!('CancellationReasons' in error) || !Array.isArray(error.CancellationReasons))
    return ['TransactionConflict'];
  return error.CancellationReasons.map((reason: unknown) =>
    typeof reason === 'object' && reason !== null && 'Code' in reason ? String(reason.Code) : 'None',
  );
}

/** One partition's items between two sort keys, inclusive, in order, with consistent reads. */
export interface Range {
  readonly PK: string;
  readonly from: string;
  readonly to: string;
  /** Sort key of the last item that is known already. */
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
  /** From the highest sort key down. */
  readonly descending?: boolean | undefined;
}

/** At most one page of a range; `after` of the next page, or undefined at the end. */
export async function queryPage(
  table: Table,
  { PK, from, to, after, limit, descending }: Range,
): Promise<{ readonly items: readonly Item[]; readonly after: string | undefined }> {
  const answer = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: 'PK = :PK AND SK BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':PK': PK, ':from': from, ':to': to },
      ...(after === undefined ? {} : { ExclusiveStartKey: { PK, SK: after } }),
      ...(limit === undefined ? {} : { Limit: limit }),
      ...(descending ? { ScanIndexForward: false } : {}),
    }),
  );
  const last: unknown = answer.LastEvaluatedKey?.['SK'];
  return { items: answer.Items ?? [], after: typeof last === 'string' ? last : undefined };
}

/** All items of a partition whose sort key begins with the prefix. */
export async function queryAll(table: Table, PK: string, prefix: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const page = await queryPage(table, { ...startingWith(PK, prefix), after });
    items.push(...page.items);
    after = page.after;
  } while (after !== undefined);
  return items;
}

/** Less than any sort key of ours: DynamoDB refuses a condition on a key with an empty text, local engines do not. */
const LOWEST = '\u0000';

/** The range of all sort keys that begin with the prefix; of all there are if it is empty. */
export function startingWith(PK: string, prefix: string): Range {
  return { PK, from: prefix || LOWEST, to: `${prefix}\u{10FFFF}` };
}
