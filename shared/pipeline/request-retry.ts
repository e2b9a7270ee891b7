import type { Operation } from '../domain/operation.ts';
import type { Environment } from '../environment/environment.ts';
import {
  invalidState,
  type OperationAnswer,
  type OperationRefusal,
  type OperationRequest,
  unreadyFor,
} from './permitted.ts';
import { requestOverRecords } from './request-over-records.ts';

/** Does again what an operation did, on the projects that failed. */
export async function requestRetry(env: Environment, request: OperationRequest): Promise<OperationAnswer> {
  return requestOverRecords(env, request, {
    name: 'RETRY',
    refusalOf,
    planOf: ({ change, totals }) => ({ change, take: 'FAILED', expectedProjects: totals.failed }),
  });
}

function refusalOf(operation: Operation, now: number): OperationRefusal | undefined {
  const { dryRun, status, totals } = operation;
  if (dryRun)
    return invalidState(
      `The operation is ${status}: a preview is not retried; once it is PREVIEWED it can be applied`,
    );
  const unready = unreadyFor('retry', operation, now);
  if (unready) return unready;
  if (totals.failed > 0) return undefined;
  return invalidState(
    `The operation is ${status} and no project of it failed: there is nothing to retry; it can be undone`,
  );
}
