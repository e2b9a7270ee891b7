import * as z from 'zod';
import type { Table } from '../../shared/environment/environment.ts';

/** What DynamoDB refuses and the local engine takes. Bytes of a sort key and of a partition key. */
const LONGEST_SORT_KEY = 1024;
const LONGEST_PARTITION_KEY = 2048;

/** Makes a table's client refuse what DynamoDB would refuse: keys that are empty or too long, values that no expression uses. */
export function beStrict({ client }: Table): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      inspect(args.input);
      return next(args);
    },
    { name: 'beStrict', step: 'initialize', priority: 'low' },
  );
}

function inspect(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const fields = new Map<string, unknown>(Object.entries(value));
  checkKey(fields.get('PK'), LONGEST_PARTITION_KEY);
  checkKey(fields.get('SK'), LONGEST_SORT_KEY);
  checkExpressions(fields);
  checkTransaction(fields.get('TransactItems'));
  checkStart(fields);
  for (const field of fields.values()) inspect(field);
}

/** Plain text, or as it goes over the wire. */
function checkKey(value: unknown, longest: number): void {
  const text = typeof value === 'object' && value !== null && 'S' in value ? value.S : value;
  if (typeof text !== 'string') return;
  if (text === '') throw new Error('DynamoDB refuses an empty key');
  if (Buffer.byteLength(text) > longest)
    throw new Error(`DynamoDB refuses a key of more than ${longest} bytes`);
}

const NAMES = new Map<string, RegExp>();

/** The name of a value or an attribute where it is not the beginning of a longer one. */
function wholeName(name: string): RegExp {
  const known = NAMES.get(name) ?? new RegExp(`${name}(?![A-Za-z0-9_])`);
  NAMES.set(name, known);
  return known;
}

function checkExpressions(fields: ReadonlyMap<string, unknown>): void {
  const expressions = [...fields]
    .filter(([name]) => name.endsWith('Expression'))
    .map(([, text]) => String(text));
  for (const names of ['ExpressionAttributeNames', 'ExpressionAttributeValues']) {
    for (const [name, value] of Object.entries(fields.get(names) ?? {})) {
      const isUsed = expressions.some((text) => wholeName(name).test(text));
      if (!isUsed) throw new Error(`DynamoDB refuses ${name}, which no expression uses`);
      const isEmptyKey = expressions.some((text) => text.startsWith('PK =')) && isEmpty(value);
      if (isEmptyKey) throw new Error('DynamoDB refuses an empty text in a condition on a key');
    }
  }
}

const keyed = z.object({ PK: z.unknown(), SK: z.unknown() });
const action = z.object({ Key: z.optional(keyed), Item: z.optional(keyed) });

/** A transaction has at most 100 actions, and none two on one item. */
function checkTransaction(items: unknown): void {
  if (!Array.isArray(items)) return;
  if (items.length > 100) throw new Error('DynamoDB refuses a transaction of more than 100 actions');
  const keys = items
    .flatMap((item: Record<string, unknown>) => Object.values(item))
    .map((made) => action.parse(made))
    .map(({ Key, Item }) => JSON.stringify([(Key ?? Item)?.PK, (Key ?? Item)?.SK]));
  if (new Set(keys).size < keys.length)
    throw new Error('DynamoDB refuses a transaction with two actions on one item');
}

const start = z.object({
  ExclusiveStartKey: keyed,
  KeyConditionExpression: z.literal('PK = :PK AND SK BETWEEN :from AND :to'),
  ExpressionAttributeValues: z.object({ ':PK': z.unknown(), ':from': z.string(), ':to': z.string() }),
});

/** A query cannot go on from outside of its range. */
function checkStart(fields: ReadonlyMap<string, unknown>): void {
  if (!fields.has('ExclusiveStartKey')) return;
  const query = start.safeParse(Object.fromEntries(fields)).data;
  if (!query) return;
  const { PK, SK } = query.ExclusiveStartKey;
  const { ':PK': wanted, ':from': from, ':to': to } = query.ExpressionAttributeValues;
  if (PK !== wanted || String(SK) < from || String(SK) > to)
    throw new Error('DynamoDB refuses to start a query outside of its range');
}

function isEmpty(value: unknown): boolean {
  return value === '' || (typeof value === 'object' && value !== null && 'S' in value && value.S === '');
}
