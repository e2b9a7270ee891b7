import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { EVENTS, EVENTS_OUT } from '../../shared/names.ts';
import { synthesise, target } from './support/stack.ts';

const stack = synthesise();
const ruleSchema = z.object({
  EventBusName: z.unknown().optional(),
  EventPattern: z.strictObject({ 'detail-type': z.array(z.string()) }).optional(),
  ScheduleExpression: z.string().optional(),
  Targets: z.array(
    z.object({
      Arn: z.unknown(),
      DeadLetterConfig: z.object({ Arn: z.unknown() }).optional(),
      InputPath: z.undefined().optional(),
      InputTransformer: z.undefined().optional(),
    }),
  ),
});
const rules = stack.ofType('AWS::Events::Rule').map(({ properties }) => ruleSchema.parse(properties));
const onEvents = rules.filter(({ EventPattern }) => EventPattern);
const onSchedule = rules.filter(({ ScheduleExpression }) => ScheduleExpression);

describe('the rules on events', () => {
  it('take every spelling of every event, whatever its source', () => {
    const taken = onEvents.flatMap(({ EventPattern }) => EventPattern?.['detail-type'] ?? []);
    expect(taken.toSorted()).toEqual(Object.values(EVENTS).flat().toSorted());
    expect(taken).toEqual(expect.arrayContaining(['ProjectTransferredEvent', 'GroupTransferredEvent']));
    expect(taken).toEqual(expect.arrayContaining(['Projects::ProjectTransferedEvent']));
  });

  it('have patterns that EventBridge accepts: at most 2,048 characters', () => {
    for (const { EventPattern } of onEvents)
      expect(JSON.stringify(EventPattern).length).toBeLessThanOrEqual(2048);
  });

  it('listen to our bus and hand the whole event to the clean-up queue', () => {
    for (const { EventBusName, Targets } of onEvents) {
      expect(target(stack, EventBusName).type).toBe('AWS::Events::EventBus');
      expect(Targets.map(({ Arn }) => target(stack, Arn).name)).toEqual(['cleanup-worker']);
    }
  });

  it('do not take the product’s own events for some of the tree: patterns name whole detail types', () => {
    const taken = onEvents.flatMap(({ EventPattern }) => EventPattern?.['detail-type'] ?? []);
    expect(taken.filter((detailType) => Object.values<string>(EVENTS_OUT).includes(detailType))).toEqual([]);
  });

  it('keep what they cannot deliver', () => {
    for (const { DeadLetterConfig } of onEvents.flatMap(({ Targets }) => Targets)) {
      expect(target(stack, DeadLetterConfig?.Arn).name).toBe('cleanup-worker-dead-letter');
    }
  });

  it('are allowed to write to both queues', () => {
    const policies = JSON.stringify(stack.ofType('AWS::SQS::QueuePolicy'));
    expect(policies.match(/"Service":"events.amazonaws.com"/g)).toHaveLength(2);
  });
});

describe('the schedule', () => {
  it('runs the janitor every minute', () => {
    expect(onSchedule).toMatchObject([{ ScheduleExpression: 'rate(1 minute)' }]);
    expect(onSchedule[0]?.Targets.map(({ Arn }) => target(stack, Arn).name)).toEqual(['janitor']);
  });
});
