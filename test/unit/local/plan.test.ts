import { describe, expect, it } from 'vitest';
import type { Assembly, Template } from '../../../local/template/assembly.ts';
import { TemplateError } from '../../../local/template/intrinsics.ts';
import { planOf } from '../../../local/template/plan.ts';

type Resources = Template['Resources'];

const TAG = { Key: 'scan-profiles:name', Value: 'worker' };

const RESOURCES: Resources = {
  Dead: { Type: 'AWS::SQS::Queue', Properties: {} },
  Queue: {
    Type: 'AWS::SQS::Queue',
    Properties: {
      Tags: [TAG],
      VisibilityTimeout: 120,
      RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 5 },
    },
  },
  Worker: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Tags: [TAG],
      Code: { S3Bucket: { 'Fn::Sub': 'assets-${AWS::AccountId}' }, S3Key: 'abc.zip' },
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      Environment: { Variables: { QUEUE: { Ref: 'Queue' }, ISSUER: { Ref: 'Issuer' } } },
    },
  },
  Role: { Type: 'AWS::IAM::Role', Properties: {} },
  Mapping: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] },
      FunctionName: { Ref: 'Worker' },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    },
  },
};

function plan(changed: Resources = {}): ReturnType<typeof planOf> {
  const assembly: Assembly = {
    stackName: 'Stack',
    template: {
      Parameters: {},
      Resources: { ...RESOURCES, ...changed },
      Outputs: { Url: { Value: { Ref: 'Queue' } } },
    },
    assets: new Map([['abc.zip', '/assets/abc']]),
  };
  return planOf(assembly, { Issuer: 'http://issuer' }, { sqs: 'http://sqs', api: 'http://api' });
}

describe('the plan of a template', () => {
  it('joins what refers to each other', () => {
    const { queues, functions, mappings, outputs } = plan();
    const arn = 'arn:aws:sqs:us-east-1:000000000000:worker';
    const deadLetterArn = 'arn:aws:sqs:us-east-1:000000000000:Stack-Dead';
    expect(queues.find(({ name }) => name === 'worker')).toEqual({
      name: 'worker',
      arn,
      url: 'http://sqs/000000000000/worker',
      deadLetterArn,
      attributes: {
        VisibilityTimeout: '120',
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetterArn, maxReceiveCount: 5 }),
      },
    });
    expect(functions).toEqual([
      {
        name: 'worker',
        arn: 'arn:aws:lambda:us-east-1:000000000000:function:worker',
        directory: '/assets/abc',
        handler: 'index.handler',
        // What AWS takes where the template says nothing.
        timeoutSeconds: 3,
        memorySize: 128,
        variables: { QUEUE: 'http://sqs/000000000000/worker', ISSUER: 'http://issuer' },
      },
    ]);
    expect(mappings).toMatchObject([
      { queueArn: arn, functionName: 'worker', batchSize: 10, reportsItemFailures: true },
    ]);
    expect(outputs).toEqual({ Url: 'http://sqs/000000000000/worker' });
  });

  it.each<[string, Resources, string]>([
    [
      'a type that nothing here carries out',
      { Extra: { Type: 'AWS::S3::Bucket', Properties: {} } },
      'AWS::S3::Bucket',
    ],
    [
      'a property that nothing here heeds',
      { Queue: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } } },
      'FifoQueue',
    ],
    [
      'a reference to nothing',
      { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'Nobody' } } } },
      'Nobody',
    ],
    [
      'a function without its bundle',
      {
        Worker: {
          Type: 'AWS::Lambda::Function',
          Properties: { Code: { S3Key: 'other.zip' }, Handler: 'index.handler', Runtime: 'nodejs24.x' },
        },
      },
      'other.zip',
    ],
    [
      'another runtime',
      {
        Worker: {
          Type: 'AWS::Lambda::Function',
          Properties: { Code: { S3Key: 'abc.zip' }, Handler: 'index.handler', Runtime: 'nodejs22.x' },
        },
      },
      'Runtime',
    ],
  ])('is refused for %s', (_what, changed, named) => {
    expect(() => plan(changed)).toThrow(TemplateError);
    expect(() => plan(changed)).toThrow(named);
  });
});
