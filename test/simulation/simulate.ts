/** `npm run simulate`: simulated histories, by their seeds, and what they came to. */
import { ProgressBar } from '../../cli/terminal/progress-bar.ts';
import { settingsOrEnd } from '../support/long-form.ts';
import { readSimulation, USAGE } from './command-line.ts';
import { summaryOf } from './history/summary.ts';
import { printInterleavings } from './interleavings/print.ts';
import { printMatrix } from './mutants/matrix/print.ts';
import { runSeeds } from './workers/pool.ts';
import { type Done } from './workers/protocol.ts';

/** As many broken histories are told in full, at most. */
const REPORTS = 3;

const { kind, names, seeds, from, faults, steps, engine, digests, jobs, until, table } = settingsOrEnd(
  USAGE,
  readSimulation,
);
if (kind === 'INTERLEAVINGS') process.exit((await printInterleavings(jobs)) ? 0 : 1);
if (kind === 'MUTANTS')
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
