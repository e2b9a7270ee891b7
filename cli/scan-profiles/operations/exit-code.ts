import { EXIT, type ExitCode } from '../exit-codes.ts';
import { hasEnded, type Operation } from './operation.ts';

/** How the command ends that asked for an operation, or watched it. One that still runs was accepted. */
export function exitCodeOf(operation: Pick<Operation, 'status' | 'totals' | 'stalled'>): ExitCode {
  const { status, totals, stalled } = operation;
  if (!hasEnded(operation)) return stalled ? EXIT.failure : EXIT.success;
  switch (status) {
    case 'SUCCEEDED':
      return EXIT.success;
    case 'PARTIAL':
      return EXIT.partial;
    case 'PREVIEWED':
      // What would come of it.
      if (totals.failed === 0) return EXIT.success;
      return totals.failed < totals.projects ? EXIT.partial : EXIT.failure;
    default:
      return EXIT.failure;
  }
}
