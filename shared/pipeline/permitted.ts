import { permissionsOf } from '../domain/access.ts';
import {
  deletionBy,
  hasEnded,
  hasExpired,
  isProfileEdit,
  type Operation,
  statusOf,
} from '../domain/operation.ts';
import type { Environment } from '../environment/environment.ts';
import { readOperation } from '../storage/operations.ts';
import { type Located, locateVisible, soughtRoot } from '../tree/locate.ts';
import type { Launched } from './launch.ts';

/** What is asked to be done with an operation that there is. */
export interface OperationRequest {
  readonly operationId: string;
  /** User id of the caller. */
  readonly actor: string;
  readonly dryRun?: boolean | undefined;
  /** 0 to 100. */
  readonly failureThresholdPercent?: number | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** Why it is not done. `reason` says which state does not allow it, and what is possible. */
export type OperationRefusal =
  | { readonly result: 'DENIED' }
  | { readonly result: 'INVALID_STATE' | 'EXPIRED'; readonly reason: string }
  | Extract<Launched, { result: 'IDEMPOTENCY_CONFLICT' | 'TOO_MANY_OPERATIONS' }>;

export type OperationAnswer =
  { readonly result: 'ACCEPTED'; readonly operation: Operation } | OperationRefusal;

/**
 * An operation, if the caller may administer the profiles of its root now, and the root as it is placed now. One that is
 * absent and one of a foreign root are the same.
 */
export async function findPermitted(
  env: Environment,
  operationId: string,
  actor: string,
): Promise<{ readonly operation: Operation; readonly root: Located } | undefined> {
  const operation = await readOperation(env.table, operationId);
  if (operation === undefined) return undefined;
  const root = await locateVisible(env, soughtRoot(operation.rootId), actor);
  if (!root || !permissionsOf(root).apply) return undefined;
  return { operation, root };
}

export function invalidState(reason: string): OperationRefusal {
  return { result: 'INVALID_STATE', reason };
}

/** Why the records of an operation cannot be gone by; undefined if they can. `what` is what was to be done with it. */
export function unreadyFor(what: string, operation: Operation, now: number): OperationRefusal | undefined {
  if (isProfileEdit(operation.change))
    return invalidState(
      `The operation is ${operation.status}: it is an edit of a profile and changed no project, so that ${what} is not possible; update the profile instead`,
    );
  if (!hasEnded(operation)) {
    const mayCancel = !operation.stop && operation.change.kind !== 'REHOME' && !deletionBy(operation);
    const possible = mayCancel ? 'wait for its end, or cancel it first' : 'wait for its end';
    return invalidState(
      `The operation is ${statusOf(operation)}: ${what} is possible once it has ended; ${possible}`,
    );
  }
  if (hasExpired(operation, now)) {
    const reason = `The results of an operation are kept for 30 days, and those of this one are gone: ${what} is no longer possible`;
    return { result: 'EXPIRED', reason };
  }
  return undefined;
}

/** The answer to a request whose operation goes through the queue as a whole. */
export function answerOf(launched: Launched | OperationRefusal): OperationAnswer {
  switch (launched.result) {
    case 'ACCEPTED':
    case 'EXISTING':
      return { result: 'ACCEPTED', operation: launched.operation };
    case 'DENIED':
    case 'INVALID_STATE':
    case 'EXPIRED':
    case 'IDEMPOTENCY_CONFLICT':
    case 'TOO_MANY_OPERATIONS':
      return launched;
  }
}
