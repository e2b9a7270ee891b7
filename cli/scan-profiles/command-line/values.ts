import * as z from 'zod';
import { Misuse } from '../exit-codes.ts';
import { plain } from '../output/plain.ts';
import type { Arguments } from './arguments.ts';
import type { TextName } from './options.ts';

export const MODES = ['APPEND', 'SET', 'REPLACE', 'FILL_PROFILE_GAPS', 'FILL_SCAN_GAPS'] as const;
export type Mode = (typeof MODES)[number];

export type Format = 'TEXT' | 'JSON' | 'CSV';

const isoTime = z.iso.datetime({ offset: true });

/** How the answer is to look. */
export function formatOf(args: Arguments): Format {
  if (args.flag('json') && args.flag('csv')) throw new Misuse('Either --json or --csv, not both');
  return args.flag('json') ? 'JSON' : args.flag('csv') ? 'CSV' : 'TEXT';
}

export function modeOf(args: Arguments): Mode | undefined {
  const typed = enumOf(args, 'mode');
  const mode = MODES.find((each) => each === typed);
  if (typed !== undefined && mode === undefined) {
    const known = MODES.map((each) => each.toLowerCase().replaceAll('_', '-')).join(', ');
    throw new Misuse(`--mode is one of ${known}`);
  }
  return mode;
}

/** A name of an enumeration in the API's spelling: `fill-profile-gaps` is `FILL_PROFILE_GAPS`. The API knows which there are. */
export function enumOf(args: Arguments, name: TextName): string | undefined {
  const typed = args.text(name)?.replaceAll('-', '_').toUpperCase();
  if (typed !== undefined && !/^[A-Z][A-Z0-9_]*$/.test(typed)) throw new Misuse(`--${name} wants a name`);
  return typed;
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
