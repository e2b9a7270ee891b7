import { describe, expect, it } from 'vitest';
import { rateOf } from '../../../local/bus/schedule.ts';
import { secondsOf } from '../../../local/issuer/duration.ts';

describe('a schedule expression', () => {
  it.each([
    ['rate(1 minute)', 60_000],
    ['rate(5 minutes)', 300_000],
    ['rate(1 hour)', 3_600_000],
    ['rate(2 days)', 172_800_000],
  ])('%s is %i milliseconds', (expression, expected) => {
    expect(rateOf(expression)).toBe(expected);
  });

  it.each([
    'rate(1 minutes)',
    'rate(2 minute)',
    'rate(0 minutes)',
    'rate(1 second)',
    'cron(0 * * * ? *)',
    '1 minute',
  ])('%s is not understood', (expression) => {
    expect(rateOf(expression)).toBeUndefined();
  });
});

describe('the lifetime of a token', () => {
  it.each([
    ['1s', 1],
    ['5m', 300],
    ['1h', 3_600],
    ['7d', 604_800],
  ])('%s is %i seconds', (duration, expected) => {
    expect(secondsOf(duration)).toBe(expected);
  });

  it.each(['', '5', 's', '0s', '-1s', '1.5h', '1 h', '5x', '1h30m', '9999999999s'])(
    '"%s" is refused',
    (duration) => {
      expect(secondsOf(duration)).toBeUndefined();
    },
  );
});
