import * as z from 'zod';
import type { Arguments } from '../command-line/arguments.ts';
import { Misuse } from '../exit-codes.ts';

const SCOPES: ReadonlyMap<string, string> = new Map([
  ['read_api', 'READ_API'],
  ['api', 'API'],
]);

/** The scopes of `--scope`, in the API's spelling. */
export function scopesOf(args: Arguments): readonly string[] {
  const typed = args.list('scope');
  const scopes = typed.flatMap((each) => SCOPES.get(each.toLowerCase().replaceAll('-', '_')) ?? []);
  if (typed.length === 0 || scopes.length < typed.length)
    throw new Misuse(`--scope is one of ${[...SCOPES.keys()].join(', ')}`);
  return scopes;
}

const DAY = 86_400_000;
const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

/** When `--expires` is, in ISO 8601: `90d` from now, a day, which begins in UTC, or a time with its zone. */
export function expiryOf(args: Arguments, now: number): string {
  const typed = args.text('expires') ?? '';
  const [, days] = /^(\d{1,4})d$/.exec(typed) ?? [];
  if (days !== undefined) return new Date(now + Number(days) * DAY).toISOString();
  if (moment.safeParse(typed).success) return new Date(typed).toISOString();
  throw new Misuse(
    '--expires wants a number of days, such as 90d, a day, such as 2027-01-31, or a time with its zone',
  );
}
