import type { ImportProgress } from '../../local/sample/load-sample.ts';
import { ProgressBar } from '../terminal/progress-bar.ts';

/** Shows how far the sample is loaded. */
export function sampleProgress(): (progress: ImportProgress) => void {
  const bar = new ProgressBar();
  return ({ phase, done, total }) => {
    if (phase !== 'groups and projects') return;
    bar.show('         Loading the sample tree', done, total);
    if (done === total) bar.end();
  };
}
