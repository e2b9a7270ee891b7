import type { Context } from '../commands/context.ts';
import { hasEnded, isEdit, type Operation } from './operation.ts';

/** What a person may want to do next with an operation: a line each. */
export function nextSteps(operation: Operation, commandLine: Context['commandLine']): readonly string[] {
  const { id, status, totals, stalled } = operation;
  const step = (what: string, ...words: readonly string[]): string =>
    `${what.padEnd(12)}${commandLine('operations', ...words)}`;
  const edits = isEdit(operation);
  const cancel = edits ? [] : [step('Cancel it:', 'cancel', id)];
  if (stalled) {
    return [
      'It has stalled: some of its pages were given up, and their messages lie in the dead-letter queue (docs/runbook.md).',
      ...cancel,
    ];
  }
  if (!hasEnded(operation)) return [step('Watch it:', 'show', id, '--watch'), ...cancel];
  if (status === 'PREVIEWED') return totals.applied > 0 && !edits ? [step('Apply it:', 'apply', id)] : [];
  return [
    ...(totals.failed > 0
      ? [step('Failures:', 'show', id, '--outcome', 'failed'), step('Retry them:', 'retry', id)]
      : []),
    ...(totals.applied > 0 && !edits ? [step('Undo it:', 'undo', id)] : []),
  ];
}
