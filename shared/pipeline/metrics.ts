import type { Effect } from '../domain/effect.ts';
import type { Totals } from '../domain/operation.ts';
import type { Log } from '../environment/environment.ts';
import { METRICS } from '../names.ts';

/** Counts what became of the projects of a page. Whoever dies before it is done leaves the metrics short, never the records. */
export function countPage(log: Log, totals: Totals, effects: Iterable<Effect>): void {
  const all = [...effects];
  const counts = {
    [METRICS.pageDone]: 1,
    [METRICS.projectApplied]: totals.applied,
    [METRICS.projectUnchanged]: totals.unchanged,
    [METRICS.projectSkipped]: totals.skipped,
    [METRICS.projectFailed]: totals.failed,
    [METRICS.attachmentMade]: sum(all.map(({ made }) => made.length)),
    [METRICS.attachmentRemoved]: sum(all.map(({ removed }) => removed.length)),
  };
  for (const [metric, value] of Object.entries(counts)) if (value > 0) log.count(metric, value);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
