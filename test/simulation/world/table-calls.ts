import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchExecuteStatementCommand,
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Fault } from '../schedule/decision.ts';
import type { Asked } from '../schedule/gate.ts';
import { batchGetCall, batchStatementsCall } from './batch-calls.ts';
import { describe } from './describe.ts';
import { scanSegment } from './scan-call.ts';

const READ: readonly Fault[] = ['THROTTLE'];
const WRITE: readonly Fault[] = ['THROTTLE', 'LOST_REPLY', 'LATE', 'RESENT'];

/** A command of the SDK as a call: what it is about, and what can go wrong with it. */
export function tableCall(client: DynamoDBDocumentClient, command: unknown): Asked<unknown> {
  if (command instanceof BatchGetCommand) return batchGetCall(client, command);
  if (command instanceof BatchExecuteStatementCommand) return batchStatementsCall(client, command);
  const what = describe(command);
  if (command instanceof TransactWriteCommand) {
    const instead = { CONFLICT: refusal(command.input.TransactItems?.length) };
    return {
      what,
      subject: command,
      faults: [...WRITE, 'CONFLICT'],
      perform: async () => client.send(command),
      instead,
    };
  }
  if (command instanceof TransactGetCommand) {
    const instead = { CONFLICT: refusal(command.input.TransactItems?.length) };
    return { what, faults: [...READ, 'CONFLICT'], perform: async () => client.send(command), instead };
  }
  if (command instanceof QueryCommand) {
    // DynamoDB may answer less than was asked for, and where to go on.
    const short = new QueryCommand({ ...command.input, Limit: 1 });
    const instead = { PARTIAL: async (): Promise<unknown> => client.send(short) };
    return { what, faults: [...READ, 'PARTIAL'], perform: async () => client.send(command), instead };
  }
  if (command instanceof GetCommand) return { what, faults: READ, perform: async () => client.send(command) };
  if (command instanceof ScanCommand)
    return { what, faults: READ, perform: async () => scanSegment(client, command) };
  if (command instanceof PutCommand)
    return { what, faults: WRITE, perform: async () => client.send(command) };
  if (command instanceof UpdateCommand)
    return { what, faults: WRITE, perform: async () => client.send(command) };
  if (command instanceof DeleteCommand)
    return { what, faults: WRITE, perform: async () => client.send(command) };
  throw new Error(`the simulation does not know the command ${what}`);
}

/** A transaction met another one, which the SDK does not try again. */
function refusal(items = 1): () => Promise<never> {
  const CancellationReasons = Array.from({ length: items }, (_, index) => ({
    Code: index === 0 ? 'TransactionConflict' : 'None',
  }));
  const message = 'Transaction cancelled: it met another one';
  return async () =>
    Promise.reject(new TransactionCanceledException({ message, $metadata: {}, CancellationReasons }));
}
