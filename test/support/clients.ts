/** One call by each of the product's clients of AWS: what `bundled-clients.test.ts` makes a bundle of. */
import {
  BatchExecuteStatementCommand,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { sqsAttachQueue } from '../../shared/environment/attach-queue.ts';
import { awsTable } from '../../shared/environment/aws-table.ts';
import { eventBridgeBus } from '../../shared/environment/event-bus.ts';
import { sqsSourceQueue } from '../../shared/environment/source-queue.ts';

const TableName = 'table';
const PUT = { TableName, Item: { PK: 'A', SK: 'ü', n: 1.5, list: [true, null], gone: undefined } };

export async function get(endpoint: string): Promise<unknown> {
  return awsTable(TableName, { endpoint }).client.send(new GetCommand({ TableName, Key: { PK: 'A' } }));
}

export async function put(endpoint: string): Promise<unknown> {
  return awsTable(TableName, { endpoint }).client.send(new PutCommand(PUT));
}

export async function transact(endpoint: string): Promise<unknown> {
  const command = new TransactWriteCommand({ TransactItems: [{ Put: PUT }], ClientRequestToken: 'once' });
  return awsTable(TableName, { endpoint }).client.send(command);
}

export async function run(endpoint: string): Promise<unknown> {
  const Statements = [{ Statement: 'UPDATE "table" SET "a"=?', Parameters: [{ deep: [1] }] }];
  return awsTable(TableName, { endpoint }).client.send(new BatchExecuteStatementCommand({ Statements }));
}

export async function enqueue(endpoint: string): Promise<unknown> {
  return sqsAttachQueue(`${endpoint}/000000000000/queue`).send([{ group: 'g', body: 'ü' }]);
}

export async function retryNow(endpoint: string): Promise<unknown> {
  return sqsSourceQueue(`${endpoint}/000000000000/queue`).retryNow('receipt');
}

export async function publish(endpoint: string): Promise<unknown> {
  return eventBridgeBus('bus', { endpoint }).publish([{ detailType: 'T', detail: { n: 1 } }]);
}
