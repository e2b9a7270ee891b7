/**
 * `npm run drill -- --kills 100 [--seed S] [--projects N]`: kills the local stack's processes at random moments of a group
 * attach and looks whether anything was lost or doubled.
 */
import { ProgressBar } from '../../../cli/terminal/progress-bar.ts';
import { settingsOrEnd } from '../../support/long-form.ts';
import { readDrill, USAGE } from './command-line.ts';
import { killDrill } from './kill/kill-drill.ts';
import { summaryOf } from './kill/report.ts';

const KILLS_A_ROUND = 5;
const EVENTS_A_ROUND = 40;

const { kills, seed, projects } = settingsOrEnd(USAGE, readDrill);
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
