import type { Context } from '../commands/context.ts';
import { hasEnded, type Operation } from './operation.ts';

/** What a person may want to do next with an operation: a line each. */
export function nextSteps(operation: Operation, commandLine: Context['commandLine']): readonly string[] {
  const { id, status, totals, stalled } = operation;
  const step = (what: string, ...words: readonly string[]): string =>
    `${what.padEnd(12)}${commandLine('operations', ...words)}`;
  if (stalled) {
    return [
      'It has stalled: some of its pages were given up, and their messages lie in the dead-letter queue (docs/runbook.md).',
      step('Cancel it:', 'cancel', id),
    ];
  }
  if (!hasEnded(operation))
    return [step('Watch it:', 'show', id, '--watch'), step('Cancel it:', 'cancel', id)];
  if (status === 'PREVIEWED') return totals.applied > 0 ? [step('Apply it:', 'apply', id)] : [];
  return [
    ...(totals.failed > 0
      ? [step('Failures:', 'show', id, '--outcome', 'failed'), step('Retry them:', 'retry', id)]
      : []),
    ...(totals.applied > 0 ? [step('Undo it:', 'undo', id)] : []),
  ];
}
