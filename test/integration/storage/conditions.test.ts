import { expect, it } from 'vitest';
import { cancellationReasons } from '../../../shared/storage/read.ts';
import { commandsOf, type Item } from './support/commands.ts';
import { describeTables } from './support/tables.ts';

const KEY = { PK: 'a', SK: 'b' };

const ITEM: Item = {
  n: 5,
  words: 'banana',
  status: 'RUNNING',
  totals: { done: 1, entries: [1] },
  state: { version: 3 },
  nothing: null,
};

interface Case {
  readonly condition: string;
  readonly names?: Record<string, string>;
  readonly values?: Record<string, unknown>;
  readonly holds: boolean;
  /** Where there is no item. */
  readonly absent?: boolean;
}

const STATUS = { '#status': 'status' };

const CASES: readonly Case[] = [
  { condition: 'attribute_exists(PK)', holds: true },
  { condition: 'attribute_not_exists(PK)', holds: false, absent: true },
  { condition: 'attribute_exists(PK) AND attribute_not_exists(deletedAt)', holds: true },
  { condition: 'attribute_exists(totals.done)', holds: true },
  { condition: 'attribute_exists(totals.absent)', holds: false },
  { condition: 'attribute_exists(n.absent)', holds: false },
  { condition: 'n = :n', values: { ':n': 5 }, holds: true },
  { condition: 'n = :n', values: { ':n': '5' }, holds: false },
  { condition: 'absent = :n', values: { ':n': 5 }, holds: false },
  { condition: 'nothing = :n', values: { ':n': null }, holds: true },
  { condition: 'n <> :n', values: { ':n': 4 }, holds: true, absent: true },
  { condition: 'n < :n', values: { ':n': 6 }, holds: true },
  { condition: 'n <= :n', values: { ':n': 5 }, holds: true },
  { condition: 'n > :n', values: { ':n': 5 }, holds: false },
  { condition: 'n >= :n', values: { ':n': '1' }, holds: false },
  { condition: 'words < :t', values: { ':t': 'c' }, holds: true },
  { condition: 'words BETWEEN :t AND :u', values: { ':t': 'b', ':u': 'c' }, holds: true },
  { condition: 'begins_with(words, :t)', values: { ':t': 'ban' }, holds: true },
  { condition: 'begins_with(nowhere, :t)', values: { ':t': 'ban' }, holds: false },
  { condition: 'totals = :t', values: { ':t': { entries: [1], done: 1 } }, holds: true },
  { condition: 'totals = :t', values: { ':t': { entries: [1], done: 2 } }, holds: false },
  { condition: 'totals = :t', values: { ':t': { done: 1 } }, holds: false },
  { condition: 'totals.entries = :t', values: { ':t': [1] }, holds: true },
  { condition: '#s.#v = :v', names: { '#s': 'state', '#v': 'version' }, values: { ':v': 3 }, holds: true },
  {
    condition: '#status IN (:p, :r)',
    names: STATUS,
    values: { ':p': 'PENDING', ':r': 'RUNNING' },
    holds: true,
  },
  { condition: '#status IN (:p)', names: STATUS, values: { ':p': 'PENDING' }, holds: false },
  { condition: 'NOT n = :n', values: { ':n': 5 }, holds: false, absent: true },
  { condition: 'attribute_not_exists(PK) OR n = :n', values: { ':n': 5 }, holds: true, absent: true },
  { condition: 'n = :m OR n = :n AND words = :m', values: { ':n': 5, ':m': 'x' }, holds: false },
  { condition: '(n = :m OR n = :n) AND NOT words = :m', values: { ':n': 5, ':m': 'x' }, holds: true },
  {
    condition: 'attribute_not_exists(PK) OR (n = :n and attribute_exists(words))',
    values: { ':n': 5 },
    holds: true,
    absent: true,
  },
];

/** False where the condition does not hold, the error where it could not be evaluated. */
function toHold(error: unknown): unknown {
  const [reason] = cancellationReasons(error);
  return reason === 'ConditionalCheckFailed' ? false : error;
}

describeTables((table) => {
  it('evaluates every form of condition in use, over an item and over none', async () => {
    const { put, transact } = commandsOf(table());
    await put({ ...KEY, ...ITEM });
    const holds = async (Key: typeof KEY, { condition, names, values }: Case) =>
      transact((TableName) => [
        {
          ConditionCheck: {
            TableName,
            Key,
            ConditionExpression: condition,
            ...(names ? { ExpressionAttributeNames: names } : {}),
            ...(values ? { ExpressionAttributeValues: values } : {}),
          },
        },
      ]).then(() => true, toHold);
    const found = [];
    for (const one of CASES)
      found.push({ ...one, holds: await holds(KEY, one), absent: await holds({ PK: 'no', SK: 'no' }, one) });
    expect(found).toEqual(CASES.map((one) => ({ ...one, absent: one.absent ?? false })));
  });

  it('refuses single writes whose condition does not hold, and changes nothing', async () => {
    const { put, update, remove, get } = commandsOf(table());
    await put({ ...KEY, n: 1 });
    const ConditionExpression = 'n = :two';
    const ExpressionAttributeValues = { ':two': 2 };
    const options = { ConditionExpression, ExpressionAttributeValues };
    const refused = { name: 'ConditionalCheckFailedException', message: 'The conditional request failed' };
    await expect(put({ ...KEY, n: 3 }, options)).rejects.toMatchObject(refused);
    await expect(remove({ Key: KEY, ...options })).rejects.toMatchObject(refused);
    await expect(update({ Key: KEY, UpdateExpression: 'SET n = :two', ...options })).rejects.toMatchObject(
      refused,
    );
    expect(await get(KEY)).toEqual({ ...KEY, n: 1 });
    await put({ ...KEY, n: 2 }, { ConditionExpression: 'attribute_exists(PK)' });
    await remove({ Key: KEY, ...options });
    expect(await get(KEY)).toBeUndefined();
    await remove({ Key: KEY });
  });
});
