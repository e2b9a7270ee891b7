/**
 * `npm run drill -- --kills 100 [--seed S] [--projects N]`: kills the local stack's processes at random moments of a group
 * attach and looks whether anything was lost or doubled.
 */
import { parseArgs } from 'node:util';
import { ProgressBar } from '../../../cli/terminal/progress-bar.ts';
import { killDrill } from './kill/kill-drill.ts';
import { summaryOf } from './kill/report.ts';

const KILLS_A_ROUND = 5;
const EVENTS_A_ROUND = 40;

const USAGE = 'npm run drill -- [--kills N] [--seed S] [--projects N]';
const LARGEST_SEED = 1_000_000;

const { kills, seed, projects } = settings();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => process.exit(130));

const started = performance.now();
const bar = new ProgressBar();
console.log(`Seed ${seed}: ${kills} kills, ${projects} projects`);
const report = await killDrill({
  kills,
  seed,
  projects,
  killsARound: KILLS_A_ROUND,
  events: EVENTS_A_ROUND,
  onProgress: (done, round) => bar.show(`kills (${round})`, done, kills),
});
bar.end();
console.log(summaryOf(report, (performance.now() - started) / 60_000));
process.exitCode = report.violations.length > 0 ? 1 : 0;

/** What was typed. Ends the process where it makes no sense. */
function settings(): { readonly kills: number; readonly seed: number; readonly projects: number } {
  try {
    const kills = { type: 'string', default: '100' } as const;
    const seed = { type: 'string', default: String(Date.now() % LARGEST_SEED) } as const;
    const projects = { type: 'string', default: '2000' } as const;
    const { values } = parseArgs({ options: { kills, seed, projects } });
    return {
      kills: wholeNumber(values.kills),
      seed: wholeNumber(values.seed),
      projects: wholeNumber(values.projects),
    };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\nUsage: ${USAGE}`);
    process.exit(64);
  }
}

function wholeNumber(typed: string): number {
  if (/^\d{1,9}$/.test(typed)) return Number(typed);
  throw new Error(`"${typed}" is no whole number`);
}
