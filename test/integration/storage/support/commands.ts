import {
  BatchExecuteStatementCommand,
  type BatchExecuteStatementCommandInput,
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  type DeleteCommandInput,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  type ScanCommandInput,
  TransactGetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../../../shared/environment/environment.ts';

export type Item = Record<string, unknown>;

export interface Key {
  readonly PK: string;
  readonly SK: string;
}

type Actions = NonNullable<TransactWriteCommandInput['TransactItems']>;
type Nameless<T> = Omit<T, 'TableName'>;

/** The SDK's commands on one table, with consistent reads. */
export interface Commands {
  readonly get: (key: Key) => Promise<Item | undefined>;
  readonly batchGet: (keys: readonly Key[]) => Promise<readonly Item[]>;
  readonly transactGet: (keys: readonly Key[]) => Promise<readonly (Item | undefined)[]>;
  readonly query: (input: Nameless<QueryCommandInput>) => Promise<Page>;
  readonly scan: (input?: Nameless<ScanCommandInput>) => Promise<Page>;
  readonly put: (Item: Item, options?: Omit<PutCommandInput, 'TableName' | 'Item'>) => Promise<void>;
  readonly update: (input: Nameless<UpdateCommandInput>) => Promise<void>;
  readonly remove: (input: Nameless<DeleteCommandInput>) => Promise<void>;
  readonly batchWrite: (puts: readonly Item[], deletes?: readonly Key[]) => Promise<void>;
  readonly transact: (actions: (TableName: string) => Actions, token?: string) => Promise<void>;
  /** The codes of refusals, null for what was written. */
  readonly execute: (
    statements: readonly { readonly Parameters: readonly unknown[] }[],
    text?: string,
  ) => Promise<readonly (string | null)[]>;
}

export interface Page {
  readonly items: readonly Item[];
  readonly last: Item | undefined;
}

/** The one statement that the product sends. */
const UPDATE_STATE = 'SET "state"=? WHERE "PK"=? AND "SK"=? AND "state"."version"=?';

export function commandsOf({ client, name: TableName }: Table): Commands {
  const ConsistentRead = true;
  return {
    async get(Key) {
      return (await client.send(new GetCommand({ TableName, Key, ConsistentRead }))).Item;
    },
    async batchGet(keys) {
      const RequestItems = { [TableName]: { Keys: [...keys], ConsistentRead } };
      return (await client.send(new BatchGetCommand({ RequestItems }))).Responses?.[TableName] ?? [];
    },
    async transactGet(keys) {
      const TransactItems = keys.map((Key) => ({ Get: { TableName, Key } }));
      const { Responses = [] } = await client.send(new TransactGetCommand({ TransactItems }));
      return Responses.map(({ Item }) => Item);
    },
    async query(input) {
      const answer = await client.send(new QueryCommand({ TableName, ConsistentRead, ...input }));
      return { items: answer.Items ?? [], last: answer.LastEvaluatedKey };
    },
    async scan(input = {}) {
      const answer = await client.send(new ScanCommand({ TableName, ConsistentRead, ...input }));
      return { items: answer.Items ?? [], last: answer.LastEvaluatedKey };
    },
    async put(Item, options = {}) {
      await client.send(new PutCommand({ TableName, Item, ...options }));
    },
    async update(input) {
      await client.send(new UpdateCommand({ TableName, ...input }));
    },
    async remove(input) {
      await client.send(new DeleteCommand({ TableName, ...input }));
    },
    async batchWrite(puts, deletes = []) {
      const requests = [
        ...puts.map((Item) => ({ PutRequest: { Item } })),
        ...deletes.map((Key) => ({ DeleteRequest: { Key } })),
      ];
      await client.send(new BatchWriteCommand({ RequestItems: { [TableName]: requests } }));
    },
    async transact(actions, ClientRequestToken) {
      const token = ClientRequestToken === undefined ? {} : { ClientRequestToken };
      await client.send(new TransactWriteCommand({ TransactItems: actions(TableName), ...token }));
    },
    async execute(statements, text = UPDATE_STATE) {
      const Statements: BatchExecuteStatementCommandInput['Statements'] = statements.map(
        ({ Parameters }) => ({ Statement: `UPDATE "${TableName}" ${text}`, Parameters: [...Parameters] }),
      );
      const { Responses = [] } = await client.send(new BatchExecuteStatementCommand({ Statements }));
      return Responses.map(({ Error: refusal }) => refusal?.Code ?? null);
    },
  };
}

/** Every page of a query or scan, one after the other. */
export async function allPages(read: (after: Item | undefined) => Promise<Page>): Promise<readonly Page[]> {
  const pages: Page[] = [];
  do pages.push(await read(pages.at(-1)?.last));
  while (pages.at(-1)?.last !== undefined);
  return pages;
}
