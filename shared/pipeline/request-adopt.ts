import { hasEnded, type Operation } from '../domain/operation.ts';
import type { Environment } from '../environment/environment.ts';
import { readOperation } from '../storage/operations.ts';
import type { Located } from '../tree/locate.ts';
import { adoption } from './profiles/adoption.ts';
import { launch, type Launched } from './launch.ts';
import {
  answerOf,
  findPermitted,
  invalidState,
  type OperationAnswer,
  type OperationRefusal,
  type OperationRequest,
} from './permitted.ts';
import { orRepeated } from './repeated.ts';
import { type Idempotency, idempotencyOf } from './repetition.ts';

/**
 * Makes again, under the root of which a former root is now a part, the attachments that lapsed when it was joined to it.
 * It is an operation of the new root.
 */
export async function requestAdopt(env: Environment, request: OperationRequest): Promise<OperationAnswer> {
  const { operationId, actor, failureThresholdPercent, idempotencyKey } = request;
  // Without the root: who asks does not name it, and it may have become part of yet another one since.
  const idempotency = idempotencyOf(idempotencyKey, ['ADOPT', operationId, failureThresholdPercent ?? null]);
  const launched = await launchAdoption(env, request, idempotency);
  return answerOf(await orRepeated(env, actor, idempotency, launched));
}

async function launchAdoption(
  env: Environment,
  { operationId, actor, dryRun, failureThresholdPercent }: OperationRequest,
  idempotency: Idempotency | undefined,
): Promise<Launched | OperationRefusal> {
  const permitted = await findPermitted(env, operationId, actor);
  if (!permitted) return { result: 'DENIED' };
  const { operation, root } = permitted;
  const { followUpOf } = operation;
  const completed = followUpOf === undefined ? operation : await readOperation(env.table, followUpOf);
  const refused = refusalOf(operation, completed, root);
  if (refused) return refused;
  const rootId = root.root.id;
  const change = await adoption(env, { of: operation.id, rootId, dryRun: true });
  return launch(
    env,
    {
      id: env.newId(),
      rootId,
      projectIds: [],
      groupIds: [operation.rootId],
      change,
      source: { operationId: operation.id, take: 'CHANGED' },
      expectedProjects: operation.totals.applied,
      actor,
      dryRun,
      failureThresholdPercent,
    },
    { idempotency },
  );
}

/** `completed`: the re-home that this one completes, or it itself. */
function refusalOf(
  operation: Operation,
  completed: Operation | undefined,
  formerRoot: Located,
): OperationRefusal | undefined {
  const { change, rootId, status } = operation;
  if (change.kind !== 'REHOME' || !completed?.groupIds.includes(rootId))
    return invalidState(
      `The operation is ${status} and of kind ${change.kind}: only the re-home of a top-level group that became a subgroup can be adopted`,
    );
  if (!hasEnded(operation))
    return invalidState(`The operation is ${status}: adopt is possible once it has ended; wait for its end`);
  if (formerRoot.root.id === rootId)
    return invalidState(
      `The operation is ${status}, and its group is a top-level group again, whose profiles are its own: undo the operation instead`,
    );
  return undefined;
}
