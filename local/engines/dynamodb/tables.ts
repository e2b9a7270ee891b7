import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../../refusal.ts';
import type { TablePlan } from '../../template/resources/table.ts';
import { clientSettings } from '../aws-clients.ts';

/** Creates the tables that are not there yet. Answers whether any of them is new. */
export async function provideTables(endpoint: string, tables: TablePlan[]): Promise<boolean> {
  const client = new DynamoDBClient(clientSettings(endpoint));
  try {
    const created = await Promise.all(tables.map((table) => provideTable(client, table)));
    return created.includes(true);
  } finally {
    client.destroy();
  }
}

async function provideTable(
  client: DynamoDBClient,
  { name, definition, timeToLiveAttribute }: TablePlan,
): Promise<boolean> {
  const keys = await presentKeys(client, name);
  if (keys !== undefined) {
    if (isDeepStrictEqual(keys, definition.KeySchema)) return false;
    throw new Refusal(
      `The table ${name} has other keys than the stack now asks for. "npm run reset" forgets it.`,
    );
  }
  await client.send(new CreateTableCommand({ TableName: name, ...definition }));
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName: name });
  if (timeToLiveAttribute !== undefined) {
    const TimeToLiveSpecification = { AttributeName: timeToLiveAttribute, Enabled: true };
    await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification }));
  }
  return true;
}

async function presentKeys(client: DynamoDBClient, name: string) {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return Table?.KeySchema ?? [];
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}
