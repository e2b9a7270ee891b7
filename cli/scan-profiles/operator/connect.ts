import { SQSClient } from '@aws-sdk/client-sqs';
import { clientSettings } from '../../../local/engines/aws-clients.ts';
import { awsTable } from '../../../shared/environment/aws-table.ts';
import type { Table } from '../../../shared/environment/environment.ts';
import { refusalFor } from './refusals.ts';
import type { Resources } from './resources.ts';

interface Connection extends Disposable {
  readonly table: Table;
  readonly sqs: SQSClient;
}

const AROUND_EVERY_CALL = { name: 'refusalsInWords', step: 'initialize', priority: 'high' } as const;

/** Clients of a deployment's table and queues. What AWS refuses they throw as a `Refusal` that says what to do. */
export function connect(resources: Resources): Connection {
  const { local, region, tableName } = resources;
  const regional = region === undefined ? {} : { region };
  const table = awsTable(tableName, local ? clientSettings(local.dynamodb) : regional);
  const sqs = new SQSClient(local ? clientSettings(local.sqs) : regional);
  const inWords = async <Result>(
    call: () => Promise<Result>,
    command: unknown,
    input: object,
  ): Promise<Result> => {
    try {
      return await call();
    } catch (error) {
      throw refusalFor(error, String(command), input, resources) ?? error;
    }
  };
  table.client.middlewareStack.add(
    (next, context) => async (args) => inWords(async () => next(args), context.commandName, args.input),
    AROUND_EVERY_CALL,
  );
  sqs.middlewareStack.add(
    (next, context) => async (args) => inWords(async () => next(args), context.commandName, args.input),
    AROUND_EVERY_CALL,
  );
  return {
    table,
    sqs,
    [Symbol.dispose]: () => {
      table.client.destroy();
      sqs.destroy();
    },
  };
}
