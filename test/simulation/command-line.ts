import { availableParallelism } from 'node:os';
import * as z from 'zod';
import { Misuse, readTyped, whole } from '../support/long-form.ts';
import { MUTANTS } from './mutants/all.ts';

export const USAGE = `npm run simulate -- [--seeds N] [--from S] [--faults K] [--steps N] [--engine] [--digests] [--jobs J]
npm run simulate -- --mutants [NAME ...] [--seeds N] [--from S] [--until K] [--table FILE] [--jobs J]
npm run simulate -- --interleavings [--jobs J]

  --seeds N    histories (1000); for each mutant, at most: with 0 only the directed tests are run
  --from S     the seed of the first one (1)
  --faults K   faults in a history, about (4)
  --steps N    decisions in a history before it comes to rest (300)
  --engine     runs each of them on the engine too, where it has to end in the same state
  --digests    prints a digest of each: two runs of one seed have the same
  --mutants    the kill matrix: takes out the guards of the product, one at a time (those named), and looks what notices
  --until K    histories that break a promise after which a mutant has been seen often enough (3)
  --table FILE where the matrix goes as a table in Markdown, as it becomes known
  --interleavings
               all interleavings of two attaches, a detach and a transfer, one of which may die, up to partial order
  --jobs J     threads (one a core)

Ends with 0 where no promise was broken, or every guard was noticed; with 1 where not; with 64 where this makes no sense.`;

const options = z.object({
  names: z.array(z.string()),
  seeds: whole(0).default(1_000),
  from: whole(0).default(1),
  faults: whole(0).default(4),
  steps: whole(1).default(300),
  engine: z.boolean().default(false),
  digests: z.boolean().default(false),
  mutants: z.boolean().default(false),
  interleavings: z.boolean().default(false),
  until: whole(1).default(3),
  table: z.string().optional(),
  jobs: whole(1).default(availableParallelism()),
});
type Options = z.infer<typeof options>;

const FLAGS = ['engine', 'digests', 'mutants', 'interleavings'] as const;
const TEXTS = ['seeds', 'from', 'faults', 'steps', 'until', 'table', 'jobs'] as const;

/** What can be run, and the options that go with it. */
const KINDS = {
  HISTORIES: ['seeds', 'from', 'faults', 'steps', 'engine', 'digests', 'jobs'],
  MUTANTS: ['mutants', 'seeds', 'from', 'until', 'table', 'jobs'],
  INTERLEAVINGS: ['interleavings', 'jobs'],
} as const satisfies Readonly<Record<string, readonly (keyof Options)[]>>;

export interface SimulationSettings extends Options {
  readonly kind: keyof typeof KINDS;
}

/** Reads the command line of `npm run simulate`. Throws a `Misuse` rather than run something else than was meant. */
export function readSimulation(typed: readonly string[]): SimulationSettings {
  const { settings, given } = readTyped(typed, { texts: TEXTS, flags: FLAGS, takesNames: true }, options);
  const { names, seeds, mutants, interleavings } = settings;
  const kind = mutants ? 'MUTANTS' : interleavings ? 'INTERLEAVINGS' : 'HISTORIES';
  const taken: readonly string[] = KINDS[kind];
  const foreign = given.find((name) => !taken.includes(name));
  if (foreign !== undefined) throw new Misuse(`--${foreign} does not go with ${KIND_TEXTS[kind]}`);
  const [name] = names;
  if (name !== undefined && !mutants) throw new Misuse(`What is "${name}"? Numbers follow their option`);
  const unknown = names.find((each) => !MUTANTS.some((mutant) => mutant.name === each));
  if (unknown !== undefined) {
    const known = MUTANTS.map((mutant) => mutant.name);
    throw new Misuse(`There is no mutant "${unknown}", but ${known.join(', ')}`);
  }
  if (kind === 'HISTORIES' && seeds === 0) throw new Misuse('--seeds has to be at least 1');
  return { ...settings, kind };
}

const KIND_TEXTS = {
  HISTORIES: 'histories of the product as it is',
  MUTANTS: '--mutants',
  INTERLEAVINGS: '--interleavings',
} as const satisfies Record<keyof typeof KINDS, string>;
