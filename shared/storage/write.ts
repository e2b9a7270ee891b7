import { randomUUID } from 'node:crypto';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../environment/environment.ts';
import type { Key } from './keys.ts';
import { cancellationReasons, retryConflicts } from './read.ts';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/**
 * A piece of a transaction: entities return pieces, the use case composes them. `name` says which rule refused when
 * the condition does not hold.
 */
export interface Piece {
  readonly name: string;
  readonly item: (tableName: string) => TransactItem;
}

interface Condition {
  readonly condition?: string;
  readonly names?: Record<string, string>;
  readonly values?: Record<string, unknown>;
}

function expression({ condition, names, values }: Condition): {
  ConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, unknown>;
} {
  return {
    ...(condition === undefined ? {} : { ConditionExpression: condition }),
    ...(names === undefined ? {} : { ExpressionAttributeNames: names }),
    ...(values === undefined ? {} : { ExpressionAttributeValues: values }),
  };
}

export function put(name: string, key: Key, item: Record<string, unknown>, condition: Condition = {}): Piece {
  return {
    name,
    item: (TableName) => ({ Put: { TableName, Item: { ...key, ...item }, ...expression(condition) } }),
  };
}

/** Puts an item unless there is one. */
export function putNew(name: string, key: Key, item: Record<string, unknown>): Piece {
  return put(name, key, item, { condition: 'attribute_not_exists(PK)' });
}

export function update(name: string, { PK, SK }: Key, set: string, condition: Condition): Piece {
  return {
    name,
    item: (TableName) => ({
      Update: { TableName, Key: { PK, SK }, UpdateExpression: set, ...expression(condition) },
    }),
  };
}

export function remove(name: string, { PK, SK }: Key, condition: Condition = {}): Piece {
  return {
    name,
    item: (TableName) => ({ Delete: { TableName, Key: { PK, SK }, ...expression(condition) } }),
  };
}

export function check(
  name: string,
  { PK, SK }: Key,
  condition: Condition & { readonly condition: string },
): Piece {
  return {
    name,
    item: (TableName) => ({
      ConditionCheck: {
        TableName,
        Key: { PK, SK },
        ConditionExpression: condition.condition,
        ...(condition.names === undefined ? {} : { ExpressionAttributeNames: condition.names }),
        ...(condition.values === undefined ? {} : { ExpressionAttributeValues: condition.values }),
      },
    }),
  };
}

/** Either all pieces are written, or none and the names of those whose condition did not hold. */
export type Transacted =
  { readonly result: 'WRITTEN' } | { readonly result: 'REFUSED'; readonly by: readonly string[] };

/**
 * Writes all pieces or none. The token makes a retry after a lost reply find its own effect instead of a refusal.
 * Throws what is neither a refusal nor passes by itself.
 */
export async function transact(table: Table, pieces: readonly Piece[]): Promise<Transacted> {
  const TransactItems = pieces.map((piece) => piece.item(table.name));
  try {
    await retryConflicts(table, async () =>
      table.client.send(new TransactWriteCommand({ TransactItems, ClientRequestToken: randomUUID() })),
    );
    return { result: 'WRITTEN' };
  } catch (error) {
    const reasons = cancellationReasons(error);
    const by = pieces
      .filter((_, index) => reasons[index] === 'ConditionalCheckFailed')
      .map((piece) => piece.name);
    if (by.length === 0) throw error;
    return { result: 'REFUSED', by };
  }
}
