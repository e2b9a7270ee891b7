import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { commandsOf } from './support/commands.ts';
import { describeTables } from './support/tables.ts';

function key(SK: string): { PK: string; SK: string } {
  return { PK: 'a', SK };
}

describeTables((table) => {
  it('writes all or nothing, and says of each action whether it was the reason', async () => {
    const { put, transact, transactGet } = commandsOf(table());
    await put({ ...key('one'), n: 1 });
    await put({ ...key('two'), n: 2 });
    const values = { ':n': 2 };
    const written = async (expected: number) =>
      transact((TableName) => [
        { Put: { TableName, Item: key('new'), ConditionExpression: 'attribute_not_exists(PK)' } },
        {
          Update: {
            TableName,
            Key: key('one'),
            UpdateExpression: 'SET n = :m',
            ConditionExpression: 'n = :n',
            ExpressionAttributeValues: { ':n': expected, ':m': 3 },
          },
        },
        {
          Delete: {
            TableName,
            Key: key('two'),
            ConditionExpression: 'n = :n',
            ExpressionAttributeValues: values,
          },
        },
        { ConditionCheck: { TableName, Key: key('none'), ConditionExpression: 'attribute_not_exists(PK)' } },
      ]);
    const failed = { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' };
    await expect(written(7)).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      message: expect.stringContaining('[None, ConditionalCheckFailed, None, None]'),
      CancellationReasons: [{ Code: 'None' }, failed, { Code: 'None' }, { Code: 'None' }],
    });
    const keys = ['new', 'one', 'two'].map(key);
    expect(await transactGet(keys)).toEqual([undefined, { ...key('one'), n: 1 }, { ...key('two'), n: 2 }]);
    await written(1);
    expect(await transactGet(keys)).toEqual([key('new'), { ...key('one'), n: 3 }, undefined]);
  });

  it('does nothing twice under one token, and refuses another request under it', async () => {
    const { transact, get } = commandsOf(table());
    const token = randomUUID();
    const add = async (amount: number) =>
      transact(
        (TableName) => [
          {
            Update: {
              TableName,
              Key: key('count'),
              UpdateExpression: 'ADD n :n',
              ExpressionAttributeValues: { ':n': amount },
            },
          },
        ],
        token,
      );
    await add(1);
    await add(1);
    expect(await get(key('count'))).toMatchObject({ n: 1 });
    await expect(add(2)).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' });
  });

  it('forgets the token of a transaction that was refused', async () => {
    const { transact, put, get } = commandsOf(table());
    const token = randomUUID();
    const write = async () =>
      transact(
        (TableName) => [
          {
            Update: {
              TableName,
              Key: key('count'),
              UpdateExpression: 'SET n = n + :n',
              ConditionExpression: 'attribute_exists(PK)',
              ExpressionAttributeValues: { ':n': 1 },
            },
          },
        ],
        token,
      );
    await expect(write()).rejects.toMatchObject({ name: 'TransactionCanceledException' });
    await put({ ...key('count'), n: 1 });
    await write();
    expect(await get(key('count'))).toMatchObject({ n: 2 });
  });

  it('updates state by statements, each by itself', async () => {
    const { put, execute, batchGet } = commandsOf(table());
    await put({ ...key('one'), state: { version: 1, old: true }, slug: 'x' });
    await put({ ...key('two'), state: { version: 2 } });
    await put(key('bare'));
    const to = (SK: string, before: number) => ({
      Parameters: [{ version: 9, gone: undefined }, 'a', SK, before],
    });
    const codes = await execute([to('one', 1), to('two', 1), to('bare', 1), to('none', 1)]);
    const refused = 'ConditionalCheckFailed';
    expect(codes).toEqual([null, refused, refused, refused]);
    const items = await batchGet(['one', 'two', 'bare', 'none'].map(key));
    expect(new Set(items)).toEqual(
      new Set([
        { ...key('one'), state: { version: 9 }, slug: 'x' },
        { ...key('two'), state: { version: 2 } },
        key('bare'),
      ]),
    );
    const always = 'SET "state"=? WHERE "PK"=? AND "SK"=?';
    const written = await execute(
      ['bare', 'none'].map((SK) => ({ Parameters: [{ version: 1 }, 'a', SK] })),
      always,
    );
    expect(written).toEqual([null, refused]);
  });
});
