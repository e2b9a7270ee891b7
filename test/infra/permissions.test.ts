import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { FUNCTIONS, type FunctionName } from '../../shared/names.ts';
import { grants } from './support/grants.ts';
import { synthesise, target } from './support/stack.ts';

const stack = synthesise();

function table(...actions: string[]): { 'AWS::DynamoDB::GlobalTable': string[] } {
  return { 'AWS::DynamoDB::GlobalTable': actions.map((action) => `dynamodb:${action}`).toSorted() };
}

const READ = ['BatchGetItem', 'GetItem', 'Query'];
const WRITE = ['DeleteItem', 'PutItem', 'UpdateItem'];
const LOG = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const CONSUME = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:ReceiveMessage',
];
const SEND = ['sqs:SendMessage'];

/** Function → what it may do to which resource, queues by name, the others by type. */
const EXPECTED: Record<FunctionName, Record<string, string[]>> = {
  graphql: {
    ...table(...READ, ...WRITE, 'ConditionCheckItem', 'PartiQLUpdate'),
    'AWS::Logs::LogGroup': LOG,
    'attach-worker': SEND,
  },
  rest: { ...table(...READ, 'UpdateItem'), 'AWS::Logs::LogGroup': LOG },
  'attach-worker': {
    ...table(...READ, ...WRITE, 'PartiQLUpdate'),
    'AWS::Events::EventBus': ['events:PutEvents'],
    'AWS::Logs::LogGroup': LOG,
    'attach-worker': [...CONSUME, ...SEND],
  },
  'cleanup-worker': {
    ...table(...READ, ...WRITE, 'ConditionCheckItem'),
    'AWS::Logs::LogGroup': LOG,
    'attach-worker': SEND,
    'cleanup-worker': CONSUME,
  },
  'status-worker': {
    ...table('BatchGetItem', 'GetItem', 'ConditionCheckItem', 'PutItem'),
    'AWS::Logs::LogGroup': LOG,
    'status-worker': CONSUME,
  },
  janitor: {
    ...table('GetItem', 'Query', 'UpdateItem', 'DeleteItem'),
    'AWS::Logs::LogGroup': LOG,
    'attach-worker': SEND,
  },
  sweep: { ...table(...READ, ...WRITE, 'Scan'), 'AWS::Logs::LogGroup': LOG, 'attach-worker': SEND },
};

describe('permissions', () => {
  it.each(FUNCTIONS)('%s may do just this', (name) => {
    expect(grants(stack, name)).toEqual(EXPECTED[name]);
  });

  it('come from grants alone: no managed policy, no inline one', () => {
    for (const { properties } of stack.ofType('AWS::IAM::Role')) {
      expect(properties).not.toHaveProperty('ManagedPolicyArns');
      expect(properties).not.toHaveProperty('Policies');
    }
    expect(stack.ofType('AWS::IAM::Role')).toHaveLength(stack.ofType('AWS::Lambda::Function').length);
  });

  it('each log is its own function’s', () => {
    const logs = stack.ofType('AWS::Lambda::Function').map(({ properties }) => {
      const { LogGroup } = z.object({ LogGroup: z.unknown() }).parse(properties['LoggingConfig']);
      return target(stack, LogGroup).logicalId;
    });
    expect(new Set(logs).size).toBe(logs.length);
  });

  it('let only our rules and our API call a function, from this account', () => {
    for (const { properties } of stack.ofType('AWS::Lambda::Permission')) {
      expect(properties).toMatchObject({ Action: 'lambda:InvokeFunction', SourceArn: expect.anything() });
      expect(['events.amazonaws.com', 'apigateway.amazonaws.com']).toContain(properties['Principal']);
    }
  });
});
