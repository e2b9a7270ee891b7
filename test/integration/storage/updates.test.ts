import { expect, it } from 'vitest';
import { commandsOf, type Item } from './support/commands.ts';
import { describeTables } from './support/tables.ts';

const KEY = { PK: 'a', SK: 'b' };

interface Case {
  readonly update: string;
  readonly names?: Record<string, string>;
  readonly values?: Record<string, unknown>;
  readonly before: Item | null;
  /** The item after it, or the error's name. */
  readonly after: Item | string;
}

const CASES: readonly Case[] = [
  { update: 'SET n = :n', values: { ':n': 1 }, before: null, after: { n: 1 } },
  {
    update: 'SET n = :n',
    values: { ':n': { x: [1] } },
    before: { n: 0, m: 2 },
    after: { n: { x: [1] }, m: 2 },
  },
  {
    update: 'SET #n = :n, since = :n',
    names: { '#n': 'name' },
    values: { ':n': 1 },
    before: {},
    after: { name: 1, since: 1 },
  },
  { update: 'SET n = n + :n', values: { ':n': 2 }, before: { n: 1 }, after: { n: 3 } },
  { update: 'SET n = n - :n', values: { ':n': 2 }, before: { n: 1 }, after: { n: -1 } },
  {
    update: 'SET totals.x = totals.x + :n',
    values: { ':n': 2 },
    before: { totals: { x: 1, y: 1 } },
    after: { totals: { x: 3, y: 1 } },
  },
  {
    update: 'SET #s.#v = #s.#v + :n, n = :n',
    names: { '#s': 'state', '#v': 'version' },
    values: { ':n': 1 },
    before: { state: { version: 1 } },
    after: { state: { version: 2 }, n: 1 },
  },
  { update: 'SET n = if_not_exists(n, :n)', values: { ':n': 2 }, before: { n: 1 }, after: { n: 1 } },
  { update: 'SET n = if_not_exists(n, :n)', values: { ':n': 2 }, before: {}, after: { n: 2 } },
  { update: 'SET n = m, m = n', before: { n: 1, m: 2 }, after: { n: 2, m: 1 } },
  {
    update: 'SET n = :n ADD known :n, more :n',
    values: { ':n': 2 },
    before: { known: 1 },
    after: { n: 2, known: 3, more: 2 },
  },
  { update: 'SET n = :n REMOVE m', values: { ':n': 2 }, before: { m: 1 }, after: { n: 2 } },
  { update: 'REMOVE m, absent', before: { m: 1, n: 1 }, after: { n: 1 } },
  { update: 'REMOVE totals.x', before: { totals: { x: 1, y: 1 } }, after: { totals: { y: 1 } } },
  { update: 'SET n = n + :n', values: { ':n': 2 }, before: {}, after: 'ValidationException' },
  { update: 'SET n = n + :n', values: { ':n': 2 }, before: { n: 'text' }, after: 'ValidationException' },
  { update: 'ADD n :n', values: { ':n': 2 }, before: { n: 'text' }, after: 'ValidationException' },
  { update: 'SET totals.x = :n', values: { ':n': 2 }, before: {}, after: 'ValidationException' },
  { update: 'SET totals.x = :n', values: { ':n': 2 }, before: { totals: 1 }, after: 'ValidationException' },
  { update: 'SET n = other', before: {}, after: 'ValidationException' },
  { update: 'SET PK = :n', values: { ':n': 'x' }, before: {}, after: 'ValidationException' },
  { update: 'SET n = :n, n = :n', values: { ':n': 2 }, before: {}, after: 'ValidationException' },
  {
    update: 'SET totals = :n, totals.x = :n',
    values: { ':n': 2 },
    before: { totals: {} },
    after: 'ValidationException',
  },
  { update: 'SET n = :n SET m = :n', values: { ':n': 2 }, before: {}, after: 'ValidationException' },
];

describeTables((table) => {
  it('evaluates every form of update in use, and refuses what the item does not allow', async () => {
    const { put, update, get } = commandsOf(table());
    const found = [];
    for (const [index, one] of CASES.entries()) {
      const Key = { ...KEY, SK: String(index) };
      if (one.before) await put({ ...Key, ...one.before });
      const error = await update({
        Key,
        UpdateExpression: one.update,
        ...(one.names ? { ExpressionAttributeNames: one.names } : {}),
        ...(one.values ? { ExpressionAttributeValues: one.values } : {}),
      }).then(() => undefined, String);
      const { PK, SK, ...after } = (await get(Key)) ?? Key;
      expect([PK, SK]).toEqual([Key.PK, Key.SK]);
      if (error) expect(after).toEqual(one.before ?? {});
      found.push({ ...one, after: error?.split(':')[0] ?? after });
    }
    expect(found).toEqual(CASES);
  });

  it('says of a transaction what its content does not allow', async () => {
    const { put, transact, get } = commandsOf(table());
    await put({ ...KEY, n: 1 });
    const written = transact((TableName) => [
      { Put: { TableName, Item: { PK: 'a', SK: 'other' } } },
      {
        Update: {
          TableName,
          Key: KEY,
          UpdateExpression: 'SET totals.x = totals.x + :one',
          ExpressionAttributeValues: { ':one': 1 },
        },
      },
    ]);
    await expect(written).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError' }],
    });
    expect(await get({ PK: 'a', SK: 'other' })).toBeUndefined();
  });
});
