import { describe, expect, it } from 'vitest';
import { FUNCTIONS, type FunctionName, QUEUES } from '../../shared/names.ts';
import { allows, arnOf, statementsOf } from './support/policy.ts';
import { synthesise } from './support/stack.ts';

const stack = synthesise();

function arns(type: string): string[] {
  return stack.ofType(type).map(arnOf);
}

function queue(name: string): string {
  const found = stack.ofType('AWS::SQS::Queue').find((each) => each.name === name);
  if (!found) throw new Error(`no queue ${name}`);
  return arnOf(found);
}

const ELSEWHERE = 'us-east-1:111122223333';
const tables = arns('AWS::DynamoDB::GlobalTable');
const queues = arns('AWS::SQS::Queue');
const buses = arns('AWS::Events::EventBus');
const logs = arns('AWS::Logs::LogGroup');
const functions = arns('AWS::Lambda::Function');
const topics = arns('AWS::SNS::Topic');
const anything = ['*'];

/** What no function may do, whatever it is for: actions, and to what. */
const NEVER: readonly (readonly [actions: string, resources: readonly string[]])[] = [
  ['dynamodb:DeleteTable CreateTable UpdateTable UpdateTimeToLive TagResource', tables],
  ['dynamodb:UpdateContinuousBackups CreateBackup DeleteBackup RestoreTableToPointInTime', tables],
  ['dynamodb:ExportTableToPointInTime ImportTable PutResourcePolicy DeleteResourcePolicy', tables],
  ['dynamodb:PartiQLDelete PartiQLInsert PartiQLSelect BatchWriteItem GetRecords', tables],
  ['dynamodb:GetItem Query PutItem Scan', [`arn:aws:dynamodb:${ELSEWHERE}:table/of-somebody-else`]],
  ['dynamodb:Query Scan', tables.map((table) => `${table}/index/any`)],
  ['sqs:PurgeQueue DeleteQueue SetQueueAttributes AddPermission CreateQueue StartMessageMoveTask', queues],
  ['sqs:SendMessage ReceiveMessage', [`arn:aws:sqs:${ELSEWHERE}:of-somebody-else`]],
  ['events:PutEvents', [`arn:aws:events:${ELSEWHERE}:event-bus/default`]],
  ['events:PutRule DisableRule DeleteRule PutTargets RemoveTargets PutPermission DeleteEventBus', buses],
  ['logs:DeleteLogGroup DeleteLogStream PutRetentionPolicy GetLogEvents FilterLogEvents', logs],
  ['logs:CreateLogGroup', anything],
  ['lambda:InvokeFunction UpdateFunctionCode UpdateFunctionConfiguration AddPermission', functions],
  ['sns:Publish Subscribe DeleteTopic SetTopicAttributes', topics],
  ['iam:PassRole CreateUser CreateAccessKey PutRolePolicy AttachRolePolicy UpdateAssumeRolePolicy', anything],
  ['sts:AssumeRole', anything],
  ['kms:Decrypt CreateGrant ScheduleKeyDeletion', anything],
  ['cloudwatch:PutMetricData DeleteAlarms DisableAlarmActions SetAlarmState', anything],
  ['s3:GetObject PutObject', anything],
  ['secretsmanager:GetSecretValue', anything],
  ['ssm:GetParameter', anything],
  ['cloudformation:UpdateStack DeleteStack', anything],
  ['apigateway:PATCH', anything],
];

/** What only these functions may do. */
const ONLY: readonly (readonly [
  action: string,
  resources: readonly string[],
  by: readonly FunctionName[],
])[] = [
  ['dynamodb:Scan', tables, ['sweep']],
  ['dynamodb:PartiQLUpdate', tables, ['graphql', 'attach-worker']],
  ['dynamodb:PutItem', tables, FUNCTIONS.filter((name) => name !== 'rest' && name !== 'janitor')],
  ['dynamodb:DeleteItem', tables, FUNCTIONS.filter((name) => name !== 'rest' && name !== 'status-worker')],
  ['dynamodb:UpdateItem', tables, FUNCTIONS.filter((name) => name !== 'status-worker')],
  ['dynamodb:Query', tables, FUNCTIONS.filter((name) => name !== 'status-worker')],
  ['events:PutEvents', buses, ['attach-worker']],
  [
    'sqs:SendMessage',
    [queue(QUEUES.attachWorker)],
    ['graphql', 'attach-worker', 'cleanup-worker', 'janitor', 'sweep'],
  ],
  ['sqs:SendMessage', queues.filter((each) => each !== queue(QUEUES.attachWorker)), []],
  ...Object.values(QUEUES).flatMap((name) =>
    ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'].flatMap(
      (action): (typeof ONLY)[number][] => [
        [action, [queue(name)], [name]],
        [action, [queue(`${name}-dead-letter`)], []],
      ],
    ),
  ),
];

describe.each(FUNCTIONS)('%s', (name) => {
  const statements = statementsOf(stack, name);

  it.each(NEVER)('may not do dangerous things: %s', (spelled, resources) => {
    const [service = '', operations = ''] = spelled.split(':');
    expect(resources.length).toBeGreaterThan(0);
    const allowed = operations
      .split(' ')
      .map((operation) => `${service}:${operation}`)
      .flatMap((action) => resources.filter((resource) => allows(statements, action, resource)));
    expect(allowed).toEqual([]);
  });

  it('may write to its own log alone', () => {
    const own = logs.filter((log) => allows(statements, 'logs:PutLogEvents', log));
    expect(own).toHaveLength(1);
  });
});

it.each(ONLY)('%s to %j is for %j', (action, resources, by) => {
  for (const resource of resources)
    expect(FUNCTIONS.filter((name) => allows(statementsOf(stack, name), action, resource))).toEqual(by);
});

describe('the evaluation of policies', () => {
  const table = 'arn:aws:dynamodb:r:a:table/T';

  it('allows what a statement says, wildcards included', () => {
    const of = (actions: string[], resources: string[]) => [{ effect: 'Allow' as const, actions, resources }];
    expect(allows(of(['dynamodb:GetItem'], [table]), 'dynamodb:getitem', table)).toBe(true);
    expect(allows(of(['dynamodb:*'], ['*']), 'dynamodb:Scan', table)).toBe(true);
    expect(allows(of(['dynamodb:Get?tem'], [`${table}*`]), 'dynamodb:GetItem', `${table}/index/x`)).toBe(
      true,
    );
    expect(allows(of(['dynamodb:GetItem'], [table]), 'dynamodb:GetItem', `${table}2`)).toBe(false);
    expect(allows(of(['dynamodb:Get'], [table]), 'dynamodb:GetItem', table)).toBe(false);
  });

  it('lets a deny win', () => {
    const allow = { effect: 'Allow' as const, actions: ['*'], resources: ['*'] };
    const deny = { effect: 'Deny' as const, actions: ['dynamodb:Scan'], resources: ['*'] };
    expect(allows([allow, deny], 'dynamodb:Scan', table)).toBe(false);
    expect(allows([allow, deny], 'dynamodb:Query', table)).toBe(true);
  });
});
