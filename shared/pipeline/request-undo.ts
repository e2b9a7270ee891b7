import { type Operation, profilesNamedBy } from '../domain/operation.ts';
import type { Environment } from '../environment/environment.ts';
import {
  invalidState,
  type OperationAnswer,
  type OperationRefusal,
  type OperationRequest,
  unreadyFor,
} from './permitted.ts';
import { requestOverRecords } from './request-over-records.ts';

/** Takes back what an operation did, on the projects on which it did something. */
export async function requestUndo(env: Environment, request: OperationRequest): Promise<OperationAnswer> {
  return requestOverRecords(env, request, {
    name: 'UNDO',
    refusalOf,
    planOf: ({ id, change, totals }) => ({
      change: { kind: 'UNDO', of: id, profileIds: profilesNamedBy(change) },
      take: 'CHANGED',
      expectedProjects: totals.applied,
    }),
  });
}

function refusalOf(operation: Operation, now: number): OperationRefusal | undefined {
  if (operation.dryRun)
    return invalidState(
      `The operation is ${operation.status}: a preview changes nothing that could be undone; once it is PREVIEWED it can be applied`,
    );
  if (operation.change.kind === 'DELETE_PROFILE')
    return invalidState(
      `The operation is ${operation.status}: a deleted profile does not come back; create one like it, which the operation shows, and attach that`,
    );
  return unreadyFor('undo', operation, now);
}
