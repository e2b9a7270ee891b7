import * as z from 'zod';
import { readTyped, whole } from '../../support/long-form.ts';

export const USAGE = `npm run fuzz -- [--requests N] [--seed S] [--from INDEX]

  --requests N  requests and batches of messages (10000)
  --seed S      decides what each of them is (1)
  --from INDEX  the first one of that seed (0)

Ends with 0 where nothing was wrong; with 1 where something was, or memory was not bounded; with 64 where this makes no sense.`;

const options = z.object({
  requests: whole(1).default(10_000),
  seed: whole(0).default(1),
  from: whole(0).default(0),
});

/** Reads the command line of `npm run fuzz`. Throws a `Misuse`. */
export function readFuzz(typed: readonly string[]): z.infer<typeof options> {
  return readTyped(typed, { texts: ['requests', 'seed', 'from'] }, options).settings;
}
