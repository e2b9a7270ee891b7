import type { Done } from '../workers/protocol.ts';
import { sumOf, type Tally } from './tally.ts';

const numbers = new Intl.NumberFormat('en-GB');

/** What histories came to, in a few lines. */
export function summaryOf(histories: readonly Done[], seconds: number): string {
  const steps = histories.reduce((sum, history) => sum + history.steps, 0);
  const acts = histories.map((history) => history.acts).reduce(sumOf, {});
  const faults = histories.map((history) => history.faults).reduce(sumOf, {});
  const broken = histories.filter(({ violations }) => violations.length > 0);
  const count = `${numbers.format(histories.length)} histories with ${numbers.format(steps)} steps`;
  return [
    `${count} in ${seconds.toFixed(0)} s, ${broken.length === 0 ? 'no promise broken' : `${broken.length} with a broken promise: seeds ${broken.map(({ seed }) => seed).join(', ')}`}`,
    `Acts: ${textOf(acts)}`,
    `Faults: ${textOf(faults)}`,
  ].join('\n');
}

function textOf(tally: Tally): string {
  return Object.entries(tally)
    .map(([name, count]) => `${name} ${numbers.format(count)}`)
    .join(', ');
}
