import { hasEnded, type Operation, type OperationStatus } from '../../shared/domain/operation.ts';

/** The status as callers see it. */
export function statusOf(operation: Pick<Operation, 'status' | 'stop'>): OperationStatus | 'CANCELLING' {
  return operation.stop && !hasEnded(operation) ? 'CANCELLING' : operation.status;
}
