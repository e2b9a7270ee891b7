import type { Decision } from '../schedule/decision.ts';
import type { HistoryResult } from './history.ts';

/** What is told of a history that broke a promise: what was found, and what happened, a line each. */
export function reportOf({ seed, violations, trace, schedule }: HistoryResult): string {
  const found = violations.map(({ promise, step, what }) => `  ${promise} at step ${step}: ${what}`);
  const acts = schedule.filter(isOfNote).map((decision) => `  ${JSON.stringify(decision)}`);
  return [
    `Seed ${seed} breaks a promise:`,
    ...found,
    `What was done, in ${schedule.length} decisions:`,
    ...acts,
    'What happened:',
    ...trace.map((line) => `  ${line}`),
  ].join('\n');
}

function isOfNote(decision: Decision): boolean {
  return decision.do !== 'CALL' || decision.fault !== undefined;
}
