import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { FUNCTIONS, type FunctionName } from '../../shared/names.ts';
import { bundleOf } from './support/metafile.ts';
import { grants } from './support/grants.ts';
import { synthesise } from './support/stack.ts';

/** Nothing checks permissions on a laptop, so this does: SDK command → actions that it needs. */
const ACTIONS: Record<string, string[]> = {
  BatchExecuteStatementCommand: ['dynamodb:PartiQLUpdate'],
  BatchGetCommand: ['dynamodb:BatchGetItem'],
  BatchWriteCommand: ['dynamodb:BatchWriteItem'],
  DeleteCommand: ['dynamodb:DeleteItem'],
  GetCommand: ['dynamodb:GetItem'],
  PutCommand: ['dynamodb:PutItem'],
  QueryCommand: ['dynamodb:Query'],
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

const AWS_IMPORT = /import (?:type )?\{([^}]*)\} from '@aws-sdk\/(?:client|lib)-[a-z-]+'/g;

async function commandsOf(name: FunctionName): Promise<string[]> {
  const { inputs } = await bundleOf(name);
  const ours = inputs.filter((path) => /^(shared|functions)\//.test(path));
  const sources = await Promise.all(ours.map((path) => readFile(path, 'utf8')));
  const imported = sources.flatMap((source) =>
    [...source.matchAll(AWS_IMPORT)].map(([, names = '']) => names),
  );
  return imported.flatMap((names) => names.match(/\b\w+Command\b/g) ?? []);
}

describe('what the bundles call', () => {
  it.each(FUNCTIONS)('%s may do all that it does', async (name) => {
    const commands = await commandsOf(name);
    const needed = commands.flatMap((command) => z.array(z.string()).parse(ACTIONS[command]));
    const allowed = Object.values(grants(synthesise(), name)).flat();
    expect(allowed).toEqual(expect.arrayContaining(needed));
  });

  it('nothing is allowed that no bundle does', async () => {
    const commands = (await Promise.all(FUNCTIONS.map(commandsOf))).flat();
    const needed = new Set(commands.flatMap((command) => ACTIONS[command] ?? []));
    const onTable = grants(synthesise(), 'graphql')['AWS::DynamoDB::GlobalTable'] ?? [];
    expect(onTable.filter((action) => !needed.has(action))).toEqual([]);
  });
});
