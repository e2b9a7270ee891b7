import * as z from 'zod';
import { Misuse } from '../exit-codes.ts';
import { plain } from '../output/plain.ts';
import type { Arguments } from './arguments.ts';
import type { TextName } from './options.ts';

export type Format = 'TEXT' | 'JSON' | 'CSV';

const isoTime = z.iso.datetime({ offset: true });

/** How the answer is to look. */
export function formatOf(args: Arguments): Format {
  if (args.flag('json') && args.flag('csv')) throw new Misuse('Either --json or --csv, not both');
  return args.flag('json') ? 'JSON' : args.flag('csv') ? 'CSV' : 'TEXT';
}

/** A value of an enumeration, typed in any case and with hyphens: `fill-profile-gaps` is `FILL_PROFILE_GAPS`. */
export function enumOf<Value extends string>(
  args: Arguments,
  name: TextName,
  values: readonly Value[],
): Value | undefined {
  const typed = args.text(name)?.replaceAll('-', '_').toUpperCase();
  const value = values.find((each) => each === typed);
  if (typed === undefined || value !== undefined) return value;
  const known = values.map((each) => each.toLowerCase().replaceAll('_', '-'));
  throw new Misuse(`--${name} is one of ${known.join(', ')}`);
}

export function failureThresholdOf(args: Arguments): number | undefined {
  const typed = args.text('failure-threshold');
  if (typed === undefined) return undefined;
  if (/^\d{1,3}$/.test(typed) && Number(typed) <= 100) return Number(typed);
  throw new Misuse('--failure-threshold wants a whole number from 0 to 100');
}

export function limitOf(args: Arguments): number | undefined {
  const typed = args.text('limit');
  if (typed === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(typed)) return Number(typed);
  throw new Misuse('--limit wants a whole number from 1');
}

export function timeOf(args: Arguments, name: 'created-after' | 'created-before'): string | undefined {
  const typed = args.text(name);
  if (typed === undefined) return undefined;
  if (!isoTime.safeParse(typed).success) {
    throw new Misuse(`--${name} wants a time with its zone, such as 2026-11-22T12:00:00Z`);
  }
  return new Date(typed).toISOString();
}

/** No word is left. */
export function nothingMore({ words: [word] }: Arguments): void {
  if (word !== undefined) throw new Misuse(`Nothing is known to do with "${plain(word)}"`);
}

/** The only word that is left, such as the id of an operation. */
export function onlyWord({ words }: Arguments, what: string): string {
  const [word, ...more] = words;
  if (word === undefined || word === '' || more.length > 0) throw new Misuse(`Name one ${what}`);
  return word;
}

/** The two words that are left. */
export function twoWords({ words }: Arguments, one: string, other: string): readonly [string, string] {
  const [first, second, ...more] = words;
  if (first === undefined || first === '' || second === undefined || second === '' || more.length > 0) {
    throw new Misuse(`Name one ${one} and one ${other}`);
  }
  return [first, second];
}
