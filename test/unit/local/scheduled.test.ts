import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startSchedules } from '../../../local/bus/scheduler.ts';
import type { Courier, Parcel } from '../../../local/bus/targets.ts';
import { LaterInvocations } from '../../../local/lambda/later.ts';
import type { FunctionError, Result } from '../../../local/lambda/protocol.ts';
import { TemplateError } from '../../../local/template/intrinsics.ts';
import type { RulePlan } from '../../../local/template/resources/events.ts';

const RULE: RulePlan = {
  name: 'every-minute',
  arn: 'arn:rule',
  busName: 'default',
  pattern: undefined,
  schedule: 'rate(1 minute)',
  enabled: true,
  targets: [
    {
      id: 'Target0',
      arn: 'arn:function',
      input: undefined,
      deadLetterArn: undefined,
      maximumRetries: 0,
      maximumAgeSeconds: 60,
      messageGroupId: undefined,
    },
  ],
};

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-22T10:00:00Z') }));
afterEach(() => vi.useRealTimers());

describe('a rule with a schedule', () => {
  const parcels: Parcel[] = [];
  const courier: Courier = {
    deliver: (parcel) => {
      parcels.push(parcel);
      return Promise.resolve({ kind: 'delivered' });
    },
    close: () => undefined,
  };

  it('delivers an event a period, until it is stopped', async () => {
    const stop = startSchedules([RULE, { ...RULE, enabled: false }], courier, () => undefined);
    await vi.advanceTimersByTimeAsync(150_000);
    stop();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(parcels.map(({ arn }) => arn)).toEqual(['arn:function', 'arn:function']);
    expect(JSON.parse(parcels[1]?.body ?? '')).toMatchObject({
      source: 'aws.events',
      'detail-type': 'Scheduled Event',
      time: '2026-11-22T10:02:00Z',
      resources: ['arn:rule'],
      detail: {},
    });
  });

  it('is refused where the local bus does not understand it', () => {
    const cron = { ...RULE, schedule: 'cron(0 * * * ? *)' };
    expect(() => startSchedules([cron], courier, () => undefined)).toThrow(TemplateError);
  });
});

describe('a run that nobody waits for', () => {
  const error: FunctionError = { kind: 'error', type: 'Error', message: 'no' };
  const done: Result = { kind: 'result', payload: 'null' };

  /** A function that goes wrong so many times, and the seconds at which it was run. */
  function failing(failures: number) {
    const seconds: number[] = [];
    const invoke = (): Promise<Result | FunctionError> => {
      seconds.push(Math.round((Date.now() - Date.parse('2026-11-22T10:00:00Z')) / 1000));
      return Promise.resolve(seconds.length > failures ? done : error);
    };
    return { seconds, invoke, plan: { name: 'tested' } };
  }

  it.each([
    [0, [0]],
    [1, [0, 60]],
    [5, [0, 60, 180]],
  ])('that fails %i times is tried at %j seconds', async (failures, expected) => {
    const fn = failing(failures);
    new LaterInvocations(() => undefined).add(fn, '{}');
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(fn.seconds).toEqual(expected);
  });

  it('is not tried again once the stack stops', async () => {
    const fn = failing(5);
    const later = new LaterInvocations(() => undefined);
    later.add(fn, '{}');
    await vi.advanceTimersByTimeAsync(1_000);
    later.stop();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(fn.seconds).toEqual([0]);
  });
});
