import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { inProcessTable } from '../../simulation/table/in-process-table.ts';
import { commandsOf, type Commands } from './support/commands.ts';
import { describeTables } from './support/tables.ts';

const KEY = { PK: 'a', SK: 'b' };
const TEXT = 'x'.repeat(1024);

function keys(count: number): { PK: string; SK: string }[] {
  return Array.from({ length: count }, (_, index) => ({ PK: 'a', SK: String(index) }));
}

/** What DynamoDB refuses, and so both tables have to. */
const REFUSED: Readonly<Record<string, (commands: Commands) => Promise<unknown>>> = {
  'an empty partition key': async ({ get }) => get({ PK: '', SK: 'b' }),
  'an empty sort key': async ({ put }) => put({ PK: 'a', SK: '' }),
  'a sort key over 1024 bytes': async ({ get }) => get({ PK: 'a', SK: `${TEXT}x` }),
  'a sort key over 1024 bytes of few characters': async ({ put }) => put({ PK: 'a', SK: '€'.repeat(400) }),
  'a partition key over 2048 bytes': async ({ remove }) =>
    remove({ Key: { PK: `${TEXT}${TEXT}x`, SK: 'b' } }),
  'an item over 400 KB': async ({ put }) => put({ ...KEY, words: TEXT.repeat(401) }),
  'a number that is none': async ({ put }) => put({ ...KEY, n: NaN }),
  'a number beyond what JavaScript counts exactly': async ({ put }) => put({ ...KEY, n: 2 ** 53 }),
  'a value that no expression uses': async ({ update }) =>
    update({ Key: KEY, UpdateExpression: 'SET n = :n', ExpressionAttributeValues: { ':n': 1, ':no': 2 } }),
  'a name that no expression uses': async ({ put }) =>
    put(KEY, { ConditionExpression: 'attribute_exists(PK)', ExpressionAttributeNames: { '#n': 'n' } }),
  'names without an expression': async ({ put }) => put(KEY, { ExpressionAttributeNames: { '#n': 'n' } }),
  'a value that is not given': async ({ put }) => put(KEY, { ConditionExpression: 'n = :n' }),
  'a name that is not given': async ({ put }) => put(KEY, { ConditionExpression: 'attribute_exists(#n)' }),
  'an expression that is none': async ({ put }) => put(KEY, { ConditionExpression: 'n = = :n' }),
  'an empty text in a condition on a key': async ({ query }) =>
    query({
      KeyConditionExpression: 'PK = :PK AND SK BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':PK': 'a', ':from': '', ':to': 'z' },
    }),
  'a range whose end is before its start': async ({ query }) =>
    query({
      KeyConditionExpression: 'PK = :PK AND SK BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':PK': 'a', ':from': 'b', ':to': 'a' },
    }),
  'a query that goes on from outside of its range': async ({ query }) =>
    query({
      KeyConditionExpression: 'PK = :PK AND SK BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':PK': 'a', ':from': 'b', ':to': 'c' },
      ExclusiveStartKey: { PK: 'a', SK: 'a' },
    }),
  'a read of no items': async ({ batchGet }) => batchGet([]),
  'a read of more than 100 items': async ({ batchGet }) => batchGet(keys(101)),
  'one item read twice': async ({ batchGet }) => batchGet([KEY, KEY]),
  'a snapshot of more than 100 items': async ({ transactGet }) => transactGet(keys(101)),
  'one item twice in a snapshot': async ({ transactGet }) => transactGet([KEY, KEY]),
  'a batch of more than 25 writes': async ({ batchWrite }) => batchWrite(keys(26)),
  'one item written twice in a batch': async ({ batchWrite }) => batchWrite([KEY], [KEY]),
  'a batch of more than 25 statements': async ({ execute }) =>
    execute(keys(26).map(({ SK }) => ({ Parameters: [{ version: 1 }, 'a', SK, 1] }))),
  'a transaction of nothing': async ({ transact }) => transact(() => []),
  'a transaction of more than 100 actions': async ({ transact }) =>
    transact((TableName) => keys(101).map((Key) => ({ Delete: { TableName, Key } }))),
  'two actions of a transaction on one item': async ({ transact }) =>
    transact((TableName) => [
      { Put: { TableName, Item: KEY } },
      { ConditionCheck: { TableName, Key: KEY, ConditionExpression: 'attribute_exists(PK)' } },
    ]),
};

describeTables((table) => {
  it('refuses what DynamoDB refuses, and changes nothing', async () => {
    const commands = commandsOf(table());
    const taken: string[] = [];
    for (const [what, ask] of Object.entries(REFUSED))
      await ask(commands).then(
        () => taken.push(what),
        () => undefined,
      );
    expect(taken).toEqual([]);
    expect((await commands.scan()).items).toEqual([]);
  });
});

/** What DynamoDB would do, and the in-process table was not made for: it says so instead of passing over it. */
const UNKNOWN: Readonly<Record<string, (commands: Commands) => Promise<unknown>>> = {
  'an option': async ({ update }) =>
    update({ Key: KEY, UpdateExpression: 'REMOVE n', ReturnValues: 'ALL_OLD' }),
  'an option of an action': async ({ transact }) =>
    transact((TableName) => [
      { Delete: { TableName, Key: KEY, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } },
    ]),
  'a filter of a query': async ({ query }) =>
    query({
      KeyConditionExpression: 'PK = :p',
      FilterExpression: 'n = :p',
      ExpressionAttributeValues: { ':p': 'a' },
    }),
  'a function': async ({ put }) =>
    put(KEY, { ConditionExpression: 'size(n) > :n', ExpressionAttributeValues: { ':n': 1 } }),
  'a clause': async ({ update }) =>
    update({ Key: KEY, UpdateExpression: 'DELETE n :n', ExpressionAttributeValues: { ':n': 1 } }),
  'an element of a list': async ({ update }) => update({ Key: KEY, UpdateExpression: 'REMOVE n[0]' }),
  'a statement': async ({ execute }) =>
    execute([{ Parameters: [1, 'a', 'b'] }], 'REMOVE "n" WHERE "x"=? AND "PK"=? AND "SK"=?'),
  'a statement with a value too few': async ({ execute }) =>
    execute([{ Parameters: [{ version: 1 }, 'a', 'b'] }]),
  'a set': async ({ put }) => put({ ...KEY, n: new Set([1]) }),
};

describe('the in-process table alone', () => {
  it('refuses what it was not made for', async () => {
    const { table } = inProcessTable();
    const commands = commandsOf(table);
    for (const [what, ask] of Object.entries(UNKNOWN)) await expect(ask(commands), what).rejects.toThrow();
    await expect(table.client.send(new GetCommand({ TableName: table.name, Key: KEY }))).rejects.toThrow(
      'ConsistentRead',
    );
  });
});
