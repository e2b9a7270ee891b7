/** `npm run simulate`: simulated histories, by their seeds, and what they came to. */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { ProgressBar } from '../../cli/terminal/progress-bar.ts';
import { printInterleavings } from './interleavings/print.ts';
import { printMatrix } from './mutants/matrix/print.ts';
import { summaryOf } from './history/summary.ts';
import { type Done } from './workers/protocol.ts';
import { runSeeds } from './workers/pool.ts';

const USAGE = `npm run simulate -- [--seeds N] [--from S] [--faults K] [--steps N] [--engine] [--digests] [--jobs J]
npm run simulate -- --mutants [NAME ...] [--seeds N] [--until K] [--table FILE] [--jobs J]
npm run simulate -- --interleavings [--jobs J]

  --seeds N    histories (1000); for each mutant, at most
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
  --jobs J     threads (one a core)`;

const whole = z.string().regex(/^\d+$/, 'has to be a whole number').transform(Number);
const options = z.object({
  seeds: whole.default(1_000),
  from: whole.default(1),
  faults: whole.default(4),
  steps: whole.default(300),
  engine: z.boolean().default(false),
  digests: z.boolean().default(false),
  mutants: z.boolean().default(false),
  interleavings: z.boolean().default(false),
  until: whole.default(3),
  table: z.string().optional(),
  jobs: whole.default(availableParallelism()),
});

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string' },
    from: { type: 'string' },
    faults: { type: 'string' },
    steps: { type: 'string' },
    engine: { type: 'boolean' },
    digests: { type: 'boolean' },
    mutants: { type: 'boolean' },
    interleavings: { type: 'boolean' },
    until: { type: 'string' },
    table: { type: 'string' },
    jobs: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const parsed = options.safeParse(values);
if (values.help === true || !parsed.success || (names.length > 0 && !parsed.data.mutants)) {
  console.error(parsed.success ? USAGE : `${z.prettifyError(parsed.error)}\n\n${USAGE}`);
  process.exit(parsed.success ? 0 : 2);
}

/** As many broken histories are told in full, at most. */
const REPORTS = 3;

const { seeds, from, faults, steps, engine, digests, jobs, mutants, until, table } = parsed.data;
if (parsed.data.interleavings) process.exit((await printInterleavings(jobs)) ? 0 : 1);
if (mutants)
  process.exit(
    (await printMatrix({ names, jobs, from, maxSeeds: seeds, enough: until, file: table })) ? 0 : 1,
  );
const bar = new ProgressBar();
const done: Done[] = [];
const begun = performance.now();
let broken = 0;
await runSeeds(
  { patches: [], size: { steps, faults }, engine, patience: 20_000 },
  { from, count: seeds },
  {
    jobs,
    onDone(history) {
      done.push(history);
      bar.show('histories', done.length, seeds);
      if (history.violations.length === 0) return false;
      broken += 1;
      const again = `npm run simulate -- --seeds 1 --from ${history.seed} --faults ${faults} --steps ${steps}${engine ? ' --engine' : ''}`;
      bar.print(`${history.report ?? ''}\nAgain: ${again}\n`);
      return broken === REPORTS;
    },
  },
);
bar.end();
if (digests)
  for (const { seed, digest } of done.toSorted((one, other) => one.seed - other.seed))
    console.log(`${seed} ${digest}`);
console.log(summaryOf(done, (performance.now() - begun) / 1000));
process.exitCode = broken > 0 ? 1 : 0;
