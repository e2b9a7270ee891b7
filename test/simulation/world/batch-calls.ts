import {
  BatchExecuteStatementCommand,
  type BatchExecuteStatementCommandOutput,
  BatchGetCommand,
  type BatchGetCommandOutput,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import type { Asked } from '../schedule/gate.ts';
import { describe } from './describe.ts';

/** A batch is no transaction: it can be taken apart into batches of one, and its answer put together from theirs. */
export interface Parts<Command, Answer> {
  readonly commands: readonly Command[];
  readonly together: (answers: readonly Answer[]) => Answer;
}

export function partsOfGet({ input }: BatchGetCommand): Parts<BatchGetCommand, BatchGetCommandOutput> {
  const requests = Object.entries(input.RequestItems ?? {});
  const commands = requests.flatMap(([table, { Keys = [], ...how }]) =>
    Keys.map((key) => new BatchGetCommand({ RequestItems: { [table]: { ...how, Keys: [key] } } })),
  );
  const tables = requests.map(([table]) => table);
  return {
    commands,
    together: (answers) => {
      const itemsOf = (table: string): Record<string, unknown>[] =>
        answers.flatMap(({ Responses }) => Responses?.[table] ?? []);
      const leftOf = (table: string): Record<string, unknown>[] =>
        answers.flatMap(({ UnprocessedKeys }) => UnprocessedKeys?.[table]?.Keys ?? []);
      return {
        $metadata: {},
        Responses: Object.fromEntries(tables.map((table) => [table, itemsOf(table)])),
        UnprocessedKeys: Object.fromEntries(
          tables.flatMap((table) => (leftOf(table).length > 0 ? [[table, { Keys: leftOf(table) }]] : [])),
        ),
      };
    },
  };
}

export function partsOfStatements({
  input,
}: BatchExecuteStatementCommand): Parts<BatchExecuteStatementCommand, BatchExecuteStatementCommandOutput> {
  const { Statements = [] } = input;
  return {
    commands: Statements.map((statement) => new BatchExecuteStatementCommand({ Statements: [statement] })),
    together: (answers) => ({
      $metadata: {},
      Responses: answers.flatMap(({ Responses }) => Responses ?? []),
    }),
  };
}

/** PARTIAL: of its keys every other one is left, at least one. */
export function batchGetCall(
  client: DynamoDBDocumentClient,
  command: BatchGetCommand,
): Asked<BatchGetCommandOutput> {
  const PARTIAL = async (): Promise<BatchGetCommandOutput> => {
    const { commands, together } = partsOfGet(command);
    const answers: BatchGetCommandOutput[] = [];
    for (const [index, part] of commands.entries()) {
      if (index % 2 === 1) answers.push(await client.send(part));
      else answers.push({ $metadata: {}, UnprocessedKeys: part.input.RequestItems });
    }
    return together(answers);
  };
  const perform = async (): Promise<BatchGetCommandOutput> => client.send(command);
  return { what: describe(command), faults: ['THROTTLE', 'PARTIAL'], perform, instead: { PARTIAL } };
}

/** PARTIAL, CONFLICT: every other statement, at least one, has no effect. */
export function batchStatementsCall(
  client: DynamoDBDocumentClient,
  command: BatchExecuteStatementCommand,
): Asked<BatchExecuteStatementCommandOutput> {
  const some = async (
    Code: 'ThrottlingError' | 'TransactionConflict',
  ): Promise<BatchExecuteStatementCommandOutput> => {
    const { commands, together } = partsOfStatements(command);
    const answers: BatchExecuteStatementCommandOutput[] = [];
    for (const [index, part] of commands.entries()) {
      if (index % 2 === 1) answers.push(await client.send(part));
      else answers.push({ $metadata: {}, Responses: [{ Error: { Code } }] });
    }
    return together(answers);
  };
  return {
    what: describe(command),
    faults: ['THROTTLE', 'LOST_REPLY', 'LATE', 'RESENT', 'PARTIAL', 'CONFLICT'],
    perform: async () => client.send(command),
    instead: {
      PARTIAL: async () => some('ThrottlingError'),
      CONFLICT: async () => some('TransactionConflict'),
    },
  };
}
