import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { QUEUES } from '../../shared/names.ts';
import { synthesise, target } from './support/stack.ts';

const stack = synthesise();
const queues = stack.ofType('AWS::SQS::Queue');
const mappings = stack.ofType('AWS::Lambda::EventSourceMapping');
const redriveSchema = z.object({ deadLetterTargetArn: z.unknown(), maxReceiveCount: z.number() });

describe('the queues', () => {
  it('are the ones that everybody knows by name, each with its dead-letter queue', () => {
    const names = Object.values(QUEUES).flatMap((name) => [name, `${name}-dead-letter`]);
    expect(queues.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  });

  it('have no physical name, so that two stacks fit into an account', () => {
    for (const { properties } of queues) expect(properties).not.toHaveProperty('QueueName');
  });

  it('are standard queues, which are fair between message groups and work on many messages of one at once', () => {
    for (const { properties } of queues) expect(properties).not.toHaveProperty('FifoQueue');
  });

  it.each(Object.values(QUEUES))('%s sets a message aside after 5 receives', (name) => {
    const queue = queues.find((each) => each.name === name);
    const { deadLetterTargetArn, maxReceiveCount } = redriveSchema.parse(queue?.properties['RedrivePolicy']);
    expect(maxReceiveCount).toBe(5);
    expect(target(stack, deadLetterTargetArn).name).toBe(`${name}-dead-letter`);
  });

  it.each(queues)('$name is encrypted, keeps messages for 14 days and refuses plain HTTP', (queue) => {
    expect(queue.properties).toMatchObject({
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 14 * 24 * 3600,
    });
    const policies = stack.ofType('AWS::SQS::QueuePolicy').filter(({ properties }) =>
      z
        .array(z.unknown())
        .parse(properties['Queues'])
        .some((reference) => target(stack, reference) === queue),
    );
    expect(policies).toMatchObject([
      {
        properties: {
          PolicyDocument: {
            Statement: expect.arrayContaining([
              expect.objectContaining({
                Effect: 'Deny',
                Action: 'sqs:*',
                Principal: { AWS: '*' },
                Condition: { Bool: { 'aws:SecureTransport': 'false' } },
              }),
            ]),
          },
        },
      },
    ]);
  });
});

describe('the event source mappings', () => {
  it.each([
    { name: 'attach-worker', batchSize: 1, maximumConcurrency: 10 },
    { name: 'cleanup-worker', batchSize: 10, maximumConcurrency: 4 },
    { name: 'status-worker', batchSize: 10, maximumConcurrency: 10 },
  ])('$name takes $batchSize at a time and says which failed', ({ name, batchSize, maximumConcurrency }) => {
    const mapping = mappings.find(
      ({ properties }) => target(stack, properties['FunctionName']).name === name,
    );
    expect(mapping?.properties).toMatchObject({
      BatchSize: batchSize,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: maximumConcurrency },
    });
    expect(target(stack, mapping?.properties['EventSourceArn']).name).toBe(name);
  });

  it.each(mappings)(
    '$logicalId leaves a message out of sight for six timeouts of its function',
    (mapping) => {
      const queue = target(stack, mapping.properties['EventSourceArn']);
      const timeout = z
        .number()
        .parse(target(stack, mapping.properties['FunctionName']).properties['Timeout']);
      expect(queue.properties['VisibilityTimeout']).toBeGreaterThanOrEqual(6 * timeout);
    },
  );

  it('runs as many pages at once as the context says', () => {
    const chosen = synthesise({ maximumConcurrency: 33 }).ofType('AWS::Lambda::EventSourceMapping');
    expect(chosen.map(({ properties }) => properties['ScalingConfig'])).toContainEqual({
      MaximumConcurrency: 33,
    });
  });
});
