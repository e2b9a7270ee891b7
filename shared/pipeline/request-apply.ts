import { decidedProjects, type Operation } from '../domain/operation.ts';
import type { Environment } from '../environment/environment.ts';
import {
  invalidState,
  type OperationAnswer,
  type OperationRefusal,
  type OperationRequest,
  unreadyFor,
} from './permitted.ts';
import { requestOverRecords } from './request-over-records.ts';

/** Does what was previewed, on the projects of the preview that are still as they were. */
export async function requestApply(env: Environment, request: OperationRequest): Promise<OperationAnswer> {
  return requestOverRecords(env, request, {
    name: 'APPLY',
    refusalOf,
    planOf: ({ change, totals, failureThresholdPercent }) => ({
      change,
      take: 'ALL',
      expectedProjects: decidedProjects(totals),
      failureThresholdPercent,
    }),
  });
}

function refusalOf(operation: Operation, now: number): OperationRefusal | undefined {
  const { dryRun, status } = operation;
  if (dryRun !== true)
    return invalidState(
      `The operation is ${status} and is no preview: only what was asked for with dryRun can be applied`,
    );
  if (operation.change.kind === 'DELETE_PROFILE')
    return invalidState(
      `The operation is ${status}: a deletion is not applied from its preview; delete the profile without dryRun`,
    );
  const unready = unreadyFor('apply', operation, now);
  if (unready || status === 'PREVIEWED') return unready;
  return invalidState(`The operation is ${status}: the preview is not complete; ask for another with dryRun`);
}
