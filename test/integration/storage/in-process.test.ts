import { describe, expect, it } from 'vitest';
import { areDependent, footprint } from '../../simulation/table/footprint.ts';
import { inProcessTable } from '../../simulation/table/in-process-table.ts';
import type { Change } from '../../simulation/table/store/store.ts';
import { commandsOf } from './support/commands.ts';

const KEY = { PK: 'a', SK: 'b' };

describe('what the in-process table shows to a simulation', () => {
  it('goes back to a snapshot, as often as wanted, items and tokens', async () => {
    const { table, store } = inProcessTable();
    const { put, get, transact } = commandsOf(table);
    const add = async () =>
      transact(
        (TableName) => [
          {
            Update: {
              TableName,
              Key: KEY,
              UpdateExpression: 'ADD n :n',
              ExpressionAttributeValues: { ':n': 1 },
            },
          },
        ],
        'token',
      );
    await put({ ...KEY, n: 1 });
    const snapshot = store.snapshot();
    for (let round = 0; round < 2; round += 1) {
      await add();
      await put({ PK: 'a', SK: 'c' });
      expect(await get(KEY)).toMatchObject({ n: 2 });
      store.restore(snapshot);
      expect([...store.items()]).toEqual([{ ...KEY, n: 1 }]);
    }
  });

  it('tells of each command that changed something, with what was there before', async () => {
    const { table, store } = inProcessTable();
    const { put, batchWrite, remove } = commandsOf(table);
    const told: (readonly Change[])[] = [];
    store.onWrite = (changes) => told.push(changes);
    await put({ ...KEY, n: 1 });
    await put({ ...KEY, n: 1 });
    await expect(
      put({ ...KEY, n: 2 }, { ConditionExpression: 'attribute_not_exists(PK)' }),
    ).rejects.toThrow();
    await batchWrite([{ PK: 'a', SK: 'c' }], [KEY]);
    await remove({ Key: KEY });
    expect(told).toEqual([
      [{ ...KEY, before: undefined, after: { ...KEY, n: 1 } }],
      [
        { PK: 'a', SK: 'c', before: undefined, after: { PK: 'a', SK: 'c' } },
        { ...KEY, before: { ...KEY, n: 1 }, after: undefined },
      ],
    ]);
  });

  it('removes what has passed the end of its life, at any moment that a simulation chooses', async () => {
    const { table, store } = inProcessTable();
    const { batchWrite } = commandsOf(table);
    await batchWrite([
      { PK: 'a', SK: 'b', expiresAt: 10 },
      { PK: 'a', SK: 'c', expiresAt: 11 },
      { PK: 'a', SK: 'd' },
    ]);
    expect([...store.items()]).toHaveLength(3);
    store.expire(10);
    expect([...store.items()].map(({ SK }) => SK)).toEqual(['c', 'd']);
  });

  it('forgets the token of a transaction after ten minutes', async () => {
    let now = 0;
    const { table } = inProcessTable({ now: () => now });
    const { transact } = commandsOf(table);
    const write = async (SK: string) =>
      transact((TableName) => [{ Put: { TableName, Item: { PK: 'a', SK } } }], 'token');
    await write('b');
    now = 599_999;
    await expect(write('c')).rejects.toThrow('same client token');
    now = 600_000;
    await write('c');
  });
});

const read = footprint('GetItemCommand', { Key: KEY });
const query = footprint('QueryCommand', {
  TableName: 't',
  ConsistentRead: true,
  KeyConditionExpression: 'PK = :PK AND SK BETWEEN :from AND :to',
  ExpressionAttributeValues: { ':PK': 'a', ':from': 'a', ':to': 'b' },
});
const rest = footprint('QueryCommand', {
  TableName: 't',
  ConsistentRead: true,
  KeyConditionExpression: 'PK = :PK AND SK BETWEEN :from AND :to',
  ExpressionAttributeValues: { ':PK': 'a', ':from': 'a', ':to': 'c' },
  ExclusiveStartKey: { PK: 'a', SK: 'bb' },
});
const statement = footprint('BatchExecuteStatementCommand', {
  Statements: [
    {
      Statement: 'UPDATE "t" SET "state"=? WHERE "PK"=? AND "SK"=? AND "state"."version"=?',
      Parameters: [{}, 'a', 'b', 1],
    },
  ],
});
const transaction = footprint('TransactWriteItemsCommand', {
  TransactItems: [{ ConditionCheck: { Key: KEY } }, { Put: { Item: { PK: 'a', SK: 'new', n: 1 } } }],
});

it.each([
  ['two reads', read, query, false],
  ['a read and a write of one item', read, statement, true],
  ['a query and a write within its range', query, statement, true],
  ['a page of a query and a write before it', rest, statement, false],
  ['two writes of one item', statement, statement, true],
  ['a write of what a transaction checks', transaction, statement, true],
  ['a read of what a transaction checks', transaction, read, false],
  ['a write of other items', footprint('PutItemCommand', { Item: { PK: 'z', SK: 'b' } }), statement, false],
  ['a scan and any write', footprint('ScanCommand', {}), statement, true],
])('knows whether the order matters of %s', (_, one, other, expected) => {
  expect([areDependent(one, other), areDependent(other, one)]).toEqual([expected, expected]);
});
