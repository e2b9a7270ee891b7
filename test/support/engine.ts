import { randomUUID } from 'node:crypto';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { clientSettings } from '../../local/engines/aws-clients.ts';
import { findEngine } from '../../local/engines/dynamodb/find.ts';
import { startProgram } from '../../local/engines/dynamodb/program.ts';
import { awsTable } from '../../shared/environment/aws-table.ts';
import type { Table } from '../../shared/environment/environment.ts';
import { beStrict } from './strict.ts';

export interface TestEngine {
  /** An empty table of this engine's own, reached through the SDK's real client. */
  readonly table: Table;
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Starts a throw-away engine in memory, for one test file. With `$DYNAMODB_ENDPOINT` that engine is used and kept. */
export async function startEngine(): Promise<TestEngine> {
  const source = findEngine(process.env);
  if (source.kind === 'missing') throw new Error(source.advice);
  if (source.kind === 'running') {
    const table = await newTable(source.endpoint);
    const stop = async (): Promise<void> => {
      await table.client.send(new DeleteTableCommand({ TableName: table.name }));
      table.client.destroy();
    };
    return { table, endpoint: source.endpoint, stop };
  }
  const program = await startProgram({
    path: source.path,
    file: null,
    onProcess: () => undefined,
    onCrash: crashed,
  });
  const table = await newTable(program.endpoint);
  const stop = async (): Promise<void> => {
    table.client.destroy();
    await program.stop();
  };
  return { table, endpoint: program.endpoint, stop };
}

/** A further empty table, with the keys of the product's one table. */
export async function newTable(endpoint: string): Promise<Table> {
  const TableName = `test-${randomUUID()}`;
  const client = new DynamoDBClient(clientSettings(endpoint));
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'PK', AttributeType: 'S' },
        { AttributeName: 'SK', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName });
  client.destroy();
  const table = awsTable(TableName, clientSettings(endpoint));
  beStrict(table);
  leaveUnsigned(table);
  return table;
}

/** A local engine wants a signature and checks none, and to work one out is a third of the work of a call. */
function leaveUnsigned({ client }: Table): void {
  client.middlewareStack.remove('httpSigningMiddleware');
  client.middlewareStack.add(
    (next) => async (args) => {
      if (isRequest(args.request)) Object.assign(args.request.headers, UNSIGNED);
      return next(args);
    },
    { name: 'leaveUnsigned', step: 'finalizeRequest' },
  );
}

const UNSIGNED = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/nowhere/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  'x-amz-date': '20260101T000000Z',
};

function isRequest(request: unknown): request is { readonly headers: object } {
  return typeof request === 'object' && request !== null && 'headers' in request;
}

function crashed(lastWords: string): never {
  throw new Error(`the DynamoDB engine of a test ended: ${lastWords}`);
}
