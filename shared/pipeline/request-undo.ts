import { profilesNamedBy } from '../domain/operation.ts';
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

/** Takes back what an operation did, on the projects on which it did something. */
export async function requestUndo(env: Environment, request: OperationRequest): Promise<OperationAnswer> {
  const { operationId, actor, dryRun, failureThresholdPercent, idempotencyKey } = request;
  const permitted = await findPermitted(env, operationId, actor);
  if (!permitted) return { result: 'DENIED' };
  const { operation } = permitted;
  if (operation.dryRun)
    return invalidState(
      `The operation is ${operation.status}: a preview changes nothing that could be undone; once it is PREVIEWED it can be applied`,
    );
  const unready = unreadyFor('undo', operation, env.clock.now());
  if (unready) return unready;
  const { id, rootId, projectIds, groupIds, totals } = operation;
  const launched = await launch(
    env,
    {
      id: env.newId(),
      rootId,
      projectIds,
      groupIds,
      change: { kind: 'UNDO', of: id, profileIds: profilesNamedBy(operation.change) },
      source: { operationId: id, take: 'CHANGED' },
      expectedProjects: totals.applied,
      actor,
      dryRun,
      failureThresholdPercent,
    },
    idempotencyOf(idempotencyKey, ['UNDO', id, failureThresholdPercent ?? null]),
  );
  return answerOf(launched);
}
