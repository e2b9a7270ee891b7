import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { FUNCTIONS, type FunctionName, QUEUES } from '../../shared/names.ts';
import { bundleOf } from './support/metafile.ts';
import { grants } from './support/grants.ts';
import { synthesise } from './support/stack.ts';

/** Nothing checks permissions on a laptop, so this does: SDK command → actions that it needs. */
const ACTIONS: Record<string, string[]> = {
  BatchExecuteStatementCommand: ['dynamodb:PartiQLUpdate'],
  BatchGetCommand: ['dynamodb:BatchGetItem'],
  BatchWriteCommand: ['dynamodb:BatchWriteItem'],
  ChangeMessageVisibilityCommand: ['sqs:ChangeMessageVisibility'],
  DeleteCommand: ['dynamodb:DeleteItem'],
  GetCommand: ['dynamodb:GetItem'],
  PutCommand: ['dynamodb:PutItem'],
  PutEventsCommand: ['events:PutEvents'],
  QueryCommand: ['dynamodb:Query'],
  ScanCommand: ['dynamodb:Scan'],
  SendMessageBatchCommand: ['sqs:SendMessage'],
  TransactGetCommand: ['dynamodb:GetItem'],
  TransactWriteCommand: [
    'dynamodb:ConditionCheckItem',
    'dynamodb:DeleteItem',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
  ],
  UpdateCommand: ['dynamodb:UpdateItem'],
};

/** SDK commands that are made in the files that the bundle was made from. */
async function commandsOf(name: FunctionName): Promise<string[]> {
  const { inputs } = await bundleOf(name);
  const ours = inputs.filter((path) => /^(shared|functions)\//.test(path));
  const sources = await Promise.all(ours.map((path) => readFile(path, 'utf8')));
  return sources.flatMap((source) => source.match(/(?<=\bnew )\w+Command\b/g) ?? []);
}

describe('what the bundles call', () => {
  it.each(FUNCTIONS)('%s may do what it does, and no more', async (name) => {
    const commands = await commandsOf(name);
    const needed = commands.flatMap((command) => z.array(z.string(), `${command}?`).parse(ACTIONS[command]));
    const granted = grants(synthesise(), name);
    const sent = (granted[QUEUES.attachWorker] ?? []).filter((action) => action === 'sqs:SendMessage');
    // Of what a function may do to the queue that feeds it, all but this is done by AWS Lambda.
    const fed = (granted[name] ?? []).filter((action) => action === 'sqs:ChangeMessageVisibility');
    const published = granted['AWS::Events::EventBus'] ?? [];
    const own = [...(granted['AWS::DynamoDB::GlobalTable'] ?? []), ...published, ...sent, ...fed];
    expect(own.toSorted()).toEqual([...new Set(needed)].toSorted());
  });
});
