import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { VARIABLES } from '../names.ts';
import type { Environment, Table } from './environment.ts';
import { type FunctionLog, powertoolsLog } from './log/powertools-log.ts';
import { required } from './variables.ts';

/**
 * The environment of a deployed function that sends no pages of operations, from its variables. Throws where one of them
 * is missing.
 */
export function awsTableEnvironment(
  functionName: string,
): Omit<Environment, 'attachQueue' | 'log'> & { readonly log: FunctionLog } {
  return {
    clock: { now: () => Date.now(), sleep: async (milliseconds) => sleep(milliseconds) },
    log: powertoolsLog(functionName),
    table: awsTable(required(VARIABLES.tableName)),
    newId: () => ulid(),
    random: () => Math.random(),
  };
}

/** The table of this name; region, endpoint and credentials come from the SDK's own settings. */
export function awsTable(
  name: string,
  settings: { readonly region?: string; readonly endpoint?: string } = {},
): Table {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(settings), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return { client, name, backOff: async (round) => sleep(Math.random() * Math.min(2_000, 25 * 2 ** round)) };
}
