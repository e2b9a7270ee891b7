import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../environment/environment.ts';
import type { Item } from '../storage/read.ts';

/** Every item of the table, one after the other. Only tools that run now and then may afford it. */
export async function* scan({ client, name }: Table): AsyncGenerator<Item> {
  let after: Record<string, unknown> | undefined;
  do {
    const answer = await client.send(
      new ScanCommand({
        TableName: name,
        ConsistentRead: true,
        ...(after === undefined ? {} : { ExclusiveStartKey: after }),
      }),
    );
    yield* answer.Items ?? [];
    after = answer.LastEvaluatedKey;
  } while (after !== undefined);
}

export async function isEmpty({ client, name }: Table): Promise<boolean> {
  const answer = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true, Limit: 1 }));
  return (answer.Items ?? []).length === 0;
}
