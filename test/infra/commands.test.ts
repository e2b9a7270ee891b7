import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleFunctions } from '../../infra/bundle/bundle.ts';
import { FUNCTIONS, type FunctionName, QUEUES } from '../../shared/names.ts';
import { grants } from './support/grants.ts';
import { synthesise } from './support/stack.ts';

const stack = synthesise();

/** Nothing checks permissions on a laptop, so this does: operation of a service → action that it needs. */
const ACTIONS: Readonly<Record<string, string | undefined>> = {
  BatchExecuteStatement: 'dynamodb:PartiQLUpdate',
  BatchGetItem: 'dynamodb:BatchGetItem',
  BatchWriteItem: 'dynamodb:BatchWriteItem',
  ChangeMessageVisibility: 'sqs:ChangeMessageVisibility',
  DeleteItem: 'dynamodb:DeleteItem',
  DeleteMessage: 'sqs:DeleteMessage',
  ExecuteStatement: 'dynamodb:PartiQLSelect',
  GetItem: 'dynamodb:GetItem',
  PutEvents: 'events:PutEvents',
  PutItem: 'dynamodb:PutItem',
  Query: 'dynamodb:Query',
  ReceiveMessage: 'sqs:ReceiveMessage',
  Scan: 'dynamodb:Scan',
  SendMessage: 'sqs:SendMessage',
  SendMessageBatch: 'sqs:SendMessage',
  TransactGetItems: 'dynamodb:GetItem',
  // By its actions, below.
  TransactWriteItems: undefined,
  UpdateItem: 'dynamodb:UpdateItem',
};

/** Actions of a transaction, as `shared/storage/write.ts` writes them → what each needs. */
const TRANSACTED: Readonly<Record<string, string>> = {
  ConditionCheck: 'dynamodb:ConditionCheckItem',
  Delete: 'dynamodb:DeleteItem',
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
};

/** What the code of a bundle can ask for: what no path of the function leads to is not in it. */
async function neededBy(name: FunctionName): Promise<Set<string>> {
  const text = await readFile(join(await bundleFunctions(), name, 'index.mjs'), 'utf8');
  const operations = Object.entries(ACTIONS).filter(([operation]) => text.includes(`"${operation}"`));
  const transacted = Object.entries(TRANSACTED).filter(([kind]) =>
    new RegExp(`\\b${kind}:\\{TableName`).test(text),
  );
  return new Set([...operations, ...transacted].flatMap(([, action]) => action ?? []));
}

describe('what the bundles call', () => {
  it.each(FUNCTIONS)('%s may do what it does, and no more', async (name) => {
    const granted = grants(stack, name);
    const sent = (granted[QUEUES.attachWorker] ?? []).filter((action) => action === 'sqs:SendMessage');
    // Of what a function may do to the queue that feeds it, all but this is done by AWS Lambda.
    const fed = (granted[name] ?? []).filter((action) => action === 'sqs:ChangeMessageVisibility');
    const published = granted['AWS::Events::EventBus'] ?? [];
    const own = [...(granted['AWS::DynamoDB::GlobalTable'] ?? []), ...published, ...sent, ...fed];
    expect(own.toSorted()).toEqual([...(await neededBy(name))].toSorted());
  });
});
