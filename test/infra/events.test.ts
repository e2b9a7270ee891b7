import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { EVENTS, EVENTS_OUT, SCAN_EVENTS } from '../../shared/names.ts';
import { synthesise, target } from './support/stack.ts';

const stack = synthesise();
const ruleSchema = z.object({
  EventBusName: z.unknown().optional(),
  EventPattern: z.strictObject({ 'detail-type': z.array(z.string()) }).optional(),
  ScheduleExpression: z.string().optional(),
  Targets: z.array(
    z.object({
      Arn: z.unknown(),
      Input: z.string().optional(),
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
    expect(taken.toSorted()).toEqual(
      [EVENTS, SCAN_EVENTS].flatMap((events) => Object.values(events).flat()).toSorted(),
    );
    expect(taken).toEqual(expect.arrayContaining(['ProjectTransferredEvent', 'GroupTransferredEvent']));
    expect(taken).toEqual(expect.arrayContaining(['Projects::ProjectTransferedEvent']));
    expect(taken).toEqual(expect.arrayContaining(['Security::SecurityScanFinishedEvent']));
  });

  it('have patterns that EventBridge accepts: at most 2,048 characters', () => {
    for (const { EventPattern } of onEvents)
      expect(JSON.stringify(EventPattern).length).toBeLessThanOrEqual(2048);
  });

  it('listen to our bus and hand the whole event to the queue of their worker', () => {
    const queues = onEvents.map(({ EventBusName, EventPattern, Targets }) => {
      expect(target(stack, EventBusName).type).toBe('AWS::Events::EventBus');
      const isOfScans = EventPattern?.['detail-type'].includes('SecurityScanFinished');
      expect(Targets).toHaveLength(1);
      const [only] = Targets;
      const queue = isOfScans ? 'status-worker' : 'cleanup-worker';
      expect(target(stack, only?.Arn).name).toBe(queue);
      expect(target(stack, only?.DeadLetterConfig?.Arn).name).toBe(`${queue}-dead-letter`);
      return queue;
    });
    expect(queues.toSorted()).toEqual(['cleanup-worker', 'status-worker']);
  });

  it('do not take the product’s own events for some of the tree: patterns name whole detail types', () => {
    const taken = onEvents.flatMap(({ EventPattern }) => EventPattern?.['detail-type'] ?? []);
    expect(taken.filter((detailType) => Object.values<string>(EVENTS_OUT).includes(detailType))).toEqual([]);
  });

  it('are allowed to write to each queue and its dead-letter queue', () => {
    const policies = JSON.stringify(stack.ofType('AWS::SQS::QueuePolicy'));
    expect(policies.match(/"Service":"events.amazonaws.com"/g)).toHaveLength(4);
  });
});

describe('the schedule', () => {
  it('runs the janitor every minute, and the sweep of what moved lately and of everything', () => {
    const runs = onSchedule.flatMap(({ ScheduleExpression, Targets }) =>
      Targets.map(({ Arn, Input }) => [ScheduleExpression, target(stack, Arn).name, Input]),
    );
    expect(runs.toSorted()).toEqual([
      ['rate(1 minute)', 'janitor', undefined],
      ['rate(15 minutes)', 'sweep', '{"scope":"RECENT"}'],
      ['rate(6 hours)', 'sweep', '{"scope":"EVERYTHING"}'],
    ]);
  });
});
