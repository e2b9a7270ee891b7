const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** Seconds of `1s`, `5m`, `1h` or `7d`; `undefined` for anything else. */
export function secondsOf(duration: string): number | undefined {
  const { value, unit = '' } = /^(?<value>[1-9]\d{0,8})(?<unit>[smhd])$/.exec(duration)?.groups ?? {};
  const seconds = SECONDS[unit];
  return seconds === undefined ? undefined : Number(value) * seconds;
}
