import { ProgressBar } from '../../../cli/terminal/progress-bar.ts';
import { interleavingsReport, runInterleavings } from './interleavings.ts';

/** Runs all interleavings, with progress, and prints what came of them. False where a promise was broken. */
export async function printInterleavings(jobs: number): Promise<boolean> {
  const bar = new ProgressBar();
  const begun = performance.now();
  const found = await runInterleavings({
    jobs,
    onProgress: (schedules) => bar.show('schedules', schedules),
  });
  bar.end();
  console.log(interleavingsReport(found));
  console.log(`${Math.round((performance.now() - begun) / 1000)} s`);
  return found.broken.length === 0;
}
