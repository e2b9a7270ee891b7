import type { ImportProgress } from '../../local/sample/load-sample.ts';
import { ProgressBar } from '../../local/terminal/progress-bar.ts';

/** Shows how far the sample is loaded. */
export function sampleProgress(): (progress: ImportProgress) => void {
  let bar: ProgressBar | undefined;
  return ({ phase, done, total }) => {
    if (phase !== 'groups and projects') return;
    bar ??= new ProgressBar('         Loading the sample tree');
    bar.update(done, total);
    if (done === total) bar.end();
  };
}
