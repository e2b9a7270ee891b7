import { decidedProjects } from '../domain/operation.ts';
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

/** Does what was previewed, on the projects of the preview that are still as they were. */
export async function requestApply(env: Environment, request: OperationRequest): Promise<OperationAnswer> {
  const { operationId, actor, failureThresholdPercent, idempotencyKey } = request;
  const permitted = await findPermitted(env, operationId, actor);
  if (!permitted) return { result: 'DENIED' };
  const { operation } = permitted;
  if (operation.dryRun !== true)
    return invalidState(
      `The operation is ${operation.status} and is no preview: only what was asked for with dryRun can be applied`,
    );
  const unready = unreadyFor('apply', operation, env.clock.now());
  if (unready) return unready;
  if (operation.status !== 'PREVIEWED')
    return invalidState(
      `The operation is ${operation.status}: the preview is not complete; ask for another with dryRun`,
    );
  const { id, rootId, projectIds, groupIds, change, totals } = operation;
  const launched = await launch(
    env,
    {
      id: env.newId(),
      rootId,
      projectIds,
      groupIds,
      change,
      source: { operationId: id, take: 'ALL' },
      expectedProjects: decidedProjects(totals),
      actor,
      failureThresholdPercent: failureThresholdPercent ?? operation.failureThresholdPercent,
    },
    idempotencyOf(idempotencyKey, ['APPLY', id, failureThresholdPercent ?? null]),
  );
  return answerOf(launched);
}
