import type { Environment } from '../environment/environment.ts';
import { launch } from './launch.ts';
import {
  answerOf,
  findPermitted,
  invalidState,
  type OperationAnswer,
  type OperationRequest,
  unreadyFor,
} from './permitted.ts';
import { idempotencyOf } from './repetition.ts';

/** Does again what an operation did, on the projects that failed. */
export async function requestRetry(env: Environment, request: OperationRequest): Promise<OperationAnswer> {
  const { operationId, actor, failureThresholdPercent, idempotencyKey } = request;
  const permitted = await findPermitted(env, operationId, actor);
  if (!permitted) return { result: 'DENIED' };
  const { operation } = permitted;
  if (operation.dryRun)
    return invalidState(
      `The operation is ${operation.status}: a preview is not retried; once it is PREVIEWED it can be applied`,
    );
  const unready = unreadyFor('retry', operation, env.clock.now());
  if (unready) return unready;
  const { id, rootId, projectIds, groupIds, change, status, totals } = operation;
  if (totals.failed === 0)
    return invalidState(
      `The operation is ${status} and no project of it failed: there is nothing to retry; it can be undone`,
    );
  const launched = await launch(
    env,
    {
      id: env.newId(),
      rootId,
      projectIds,
      groupIds,
      change,
      source: { operationId: id, take: 'FAILED' },
      expectedProjects: totals.failed,
      actor,
      failureThresholdPercent,
    },
    idempotencyOf(idempotencyKey, ['RETRY', id, failureThresholdPercent ?? null]),
  );
  return answerOf(launched);
}
