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

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    projects: { type: 'string', default: '2000' },
  },
});

const [kills, seed, projects] = [values.kills, values.seed, values.projects].map((typed) => {
  if (/^\d{1,9}$/.test(typed)) return Number(typed);
  console.error(
    `"${typed}" is no whole number. Usage: npm run drill -- --kills 100 [--seed S] [--projects N]`,
  );
  process.exit(64);
});

const started = performance.now();
const bar = new ProgressBar();
console.log(`Seed ${seed}: ${kills} kills, ${projects} projects`);
const report = await killDrill({
  kills: kills ?? 0,
  seed: seed ?? 0,
  projects: projects ?? 0,
  killsARound: KILLS_A_ROUND,
  events: EVENTS_A_ROUND,
  onProgress: (done, round) => bar.show(`kills (${round})`, done, kills),
});
bar.end();
console.log(summaryOf(report, (performance.now() - started) / 60_000));
process.exitCode = report.violations.length > 0 ? 1 : 0;
