import * as z from 'zod';
import { rangeOfQuery, queryShape } from './commands/query.ts';
import { readUpdate } from './commands/statement.ts';
import type { Range } from './expressions/key-condition.ts';
import { compareTexts, type Key } from './store/values.ts';

/** What a command looks at and what it may change. EVERYTHING is read by a scan. */
export interface Footprint {
  readonly reads: readonly Range[] | 'EVERYTHING';
  /** A conditional write reads its item too: that goes without saying. */
  readonly writes: readonly Key[];
}

const NOTHING: Footprint = { reads: [], writes: [] };

/**
 * What a command touches, told from its input alone: whatever else it finds. A page of a query counts from where it goes
 * on. Of commands that are not the table's: nothing.
 */
export function footprint(commandName: string, input: unknown): Footprint {
  return FOOTPRINTS.get(commandName)?.(input) ?? NOTHING;
}

/** Whether it can make a difference which of two commands comes first. */
export function areDependent(one: Footprint, other: Footprint): boolean {
  return (
    one.writes.some((key) => touches(other, key)) ||
    (other.writes.length > 0 && other.writes.some((key) => touches(one, key)))
  );
}

function touches({ reads, writes }: Footprint, key: Key): boolean {
  if (writes.some(({ PK, SK }) => PK === key.PK && SK === key.SK)) return true;
  if (reads === 'EVERYTHING') return true;
  return reads.some(
    ({ PK, from, to }) => PK === key.PK && compareTexts(from, key.SK) <= 0 && compareTexts(key.SK, to) <= 0,
  );
}

const key = z.object({ PK: z.string(), SK: z.string() });
const keyed = z.object({ Key: key }).transform(({ Key }) => Key);
const put = z.object({ Item: key }).transform(({ Item }) => ({ PK: Item.PK, SK: Item.SK }));

const batchGet = z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(key) })) });
const transactGet = z.object({ TransactItems: z.array(z.object({ Get: keyed })) });
const transactWrite = z.object({
  TransactItems: z.array(
    z.object({
      Put: z.optional(put),
      Update: z.optional(keyed),
      Delete: z.optional(keyed),
      ConditionCheck: z.optional(keyed),
    }),
  ),
});
const request = z.object({ PutRequest: z.optional(put), DeleteRequest: z.optional(keyed) });
const batchWrite = z.object({ RequestItems: z.record(z.string(), z.array(request)) });
const statements = z.object({
  Statements: z.array(z.object({ Statement: z.string(), Parameters: z.array(z.unknown()) })),
});

const FOOTPRINTS: ReadonlyMap<string, (input: unknown) => Footprint> = new Map<
  string,
  (input: unknown) => Footprint
>([
  ['GetItemCommand', (input) => reading([keyed.parse(input)])],
  [
    'BatchGetItemCommand',
    (input) => reading(Object.values(batchGet.parse(input).RequestItems).flatMap(({ Keys }) => Keys)),
  ],
  [
    'TransactGetItemsCommand',
    (input) => reading(transactGet.parse(input).TransactItems.map(({ Get }) => Get)),
  ],
  ['QueryCommand', (input) => ({ reads: [pageOf(input)], writes: [] })],
  ['ScanCommand', () => ({ reads: 'EVERYTHING', writes: [] })],
  ['PutItemCommand', (input) => writing([put.parse(input)])],
  ['UpdateItemCommand', (input) => writing([keyed.parse(input)])],
  ['DeleteItemCommand', (input) => writing([keyed.parse(input)])],
  ['TransactWriteItemsCommand', transaction],
  [
    'BatchWriteItemCommand',
    (input) =>
      writing(
        Object.values(batchWrite.parse(input).RequestItems)
          .flat()
          .flatMap(({ PutRequest, DeleteRequest }) => PutRequest ?? DeleteRequest ?? []),
      ),
  ],
  [
    'BatchExecuteStatementCommand',
    (input) => writing(statements.parse(input).Statements.map((statement) => readUpdate(statement).key)),
  ],
]);

function reading(keys: readonly Key[]): Footprint {
  return { reads: keys.map(({ PK, SK }) => ({ PK, from: SK, to: SK })), writes: [] };
}

function writing(writes: readonly Key[]): Footprint {
  return { reads: [], writes };
}

function transaction(input: unknown): Footprint {
  const actions = transactWrite.parse(input).TransactItems;
  return {
    reads: reading(actions.flatMap(({ ConditionCheck }) => ConditionCheck ?? [])).reads,
    writes: actions.flatMap(({ Put, Update, Delete }) => Put ?? Update ?? Delete ?? []),
  };
}

function pageOf(input: unknown): Range {
  const { ExclusiveStartKey: start, ScanIndexForward = true, ...query } = queryShape.parse(input);
  const range = rangeOfQuery(query);
  if (!start) return range;
  return ScanIndexForward ? { ...range, from: start.SK } : { ...range, to: start.SK };
}
