import * as z from 'zod';
import { readTyped, whole } from '../../support/long-form.ts';

export const USAGE = `npm run drill -- [--kills N] [--seed S] [--projects N]

  --kills N     how often processes are killed (100)
  --seed S      decides which, and when (another one each time)
  --projects N  in all (6000)

Ends with 0 where nothing was lost or doubled, with 1 where something was, with 64 where this makes no sense.`;

const LARGEST_SEED = 1_000_000;

/** Reads the command line of `npm run drill`. Throws a `Misuse`. */
export function readDrill(typed: readonly string[]): { kills: number; seed: number; projects: number } {
  const schema = z.object({
    kills: whole(1).default(100),
    seed: whole(0).default(Date.now() % LARGEST_SEED),
    projects: whole(1).default(6_000),
  });
  return readTyped(typed, { texts: ['kills', 'seed', 'projects'] }, schema).settings;
}
