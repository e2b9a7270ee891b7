const MILLISECONDS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Milliseconds between two runs of `rate(1 minute)`, `rate(5 hours)`; `undefined` for anything else. */
export function rateOf(expression: string): number | undefined {
  const {
    value,
    unit = '',
    plural,
  } = /^rate\((?<value>[1-9]\d*) (?<unit>minute|hour|day)(?<plural>s?)\)$/.exec(expression)?.groups ?? {};
  const milliseconds = MILLISECONDS[unit];
  // AWS takes "1 minute" and "2 minutes", and refuses the other two.
  if (milliseconds === undefined || (value === '1') !== (plural === '')) return undefined;
  return Number(value) * milliseconds;
}
