import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { queryPage, startingWith } from '../../shared/storage/read.ts';
import { put, transact } from '../../shared/storage/write.ts';
import { startEngine, type TestEngine } from '../support/engine.ts';

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(async () => engine.stop());

it('lets no test pass that DynamoDB would refuse and the local engine does not', async () => {
  const { client, name: TableName } = engine.table;
  const get = async (PK: string, SK: string) => client.send(new GetCommand({ TableName, Key: { PK, SK } }));
  await expect(get('GROUP#1', '#NODE')).resolves.toBeDefined();
  await expect(get('GROUP#1', '')).rejects.toThrow('empty key');
  await expect(get('GROUP#1', 'x'.repeat(1025))).rejects.toThrow('1024 bytes');
  const query = { TableName, KeyConditionExpression: 'PK = :PK AND SK > :from' };
  const values = { ':PK': 'GROUP#1', ':from': '' };
  await expect(
    client.send(new QueryCommand({ ...query, ExpressionAttributeValues: values })),
  ).rejects.toThrow('empty text');
  const update = { TableName, Key: { PK: 'a', SK: 'b' }, UpdateExpression: 'SET n = :n' };
  await expect(
    client.send(new UpdateCommand({ ...update, ExpressionAttributeValues: { ':n': 1, ':no': 2 } })),
  ).rejects.toThrow(':no');
});

it('lets no transaction pass that is too long or names an item twice', async () => {
  const write = async (names: readonly number[]) =>
    transact(
      engine.table,
      names.map((name) => put('item', { PK: 'a', SK: String(name) }, {})),
    );
  await expect(write([1, 2])).resolves.toEqual({ result: 'WRITTEN' });
  await expect(write([1, 1])).rejects.toThrow('one item');
  await expect(write(Array.from({ length: 101 }, (_, index) => index))).rejects.toThrow('100 actions');
});

it('lets no query go on from outside of its range', async () => {
  const from = async (after: string) => queryPage(engine.table, { ...startingWith('GROUP#1', 'P#'), after });
  await expect(from('P#a#1')).resolves.toBeDefined();
  await expect(from('G#a#1')).rejects.toThrow('range');
});
