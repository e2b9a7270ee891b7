import type { Change, Operation, Source } from '../domain/operation.ts';
import type { Environment } from '../environment/environment.ts';
import { readOperation } from '../storage/operations.ts';
import { launch, type Launched } from './launch.ts';
import {
  answerOf,
  findPermitted,
  type OperationAnswer,
  type OperationRefusal,
  type OperationRequest,
  unreadyFor,
} from './permitted.ts';
import { orRepeated } from './repeated.ts';
import { type Idempotency, idempotencyOf } from './repetition.ts';

/** How an operation over the records of another one is made. */
export interface OverRecords {
  /** Tells what is asked for under an idempotency key from anything else. */
  readonly name: 'UNDO' | 'RETRY' | 'APPLY';
  /** Why the other one's state does not allow it. */
  readonly refusalOf: (other: Operation, now: number) => OperationRefusal | undefined;
  readonly planOf: (other: Operation) => {
    readonly change: Change;
    readonly take: Source['take'];
    readonly expectedProjects: number;
    readonly failureThresholdPercent?: number | undefined;
  };
}

/** Makes an operation over the projects that another one recorded, if the caller may administer the root as it is now. */
export async function requestOverRecords(
  env: Environment,
  request: OperationRequest,
  how: OverRecords,
): Promise<OperationAnswer> {
  const { operationId, actor, failureThresholdPercent, idempotencyKey } = request;
  const idempotency = idempotencyOf(idempotencyKey, [how.name, operationId, failureThresholdPercent ?? null]);
  const launched = await launchOver(env, request, how, idempotency);
  return answerOf(await orRepeated(env, actor, idempotency, launched));
}

async function launchOver(
  env: Environment,
  { operationId, actor, dryRun, failureThresholdPercent }: OperationRequest,
  { refusalOf, planOf }: OverRecords,
  idempotency: Idempotency | undefined,
): Promise<Launched | OperationRefusal> {
  const other = (await findPermitted(env, operationId, actor))?.operation;
  if (!other) return { result: 'DENIED' };
  const refusal = refusalOf(other, env.clock.now());
  if (refusal) return refusal;
  const { rootId, projectIds, groupIds } = other;
  const { take, ...plan } = planOf(other);
  const tooLate = await refusalOfUndo(env, plan.change);
  if (tooLate) return tooLate;
  return launch(
    env,
    {
      ...plan,
      id: env.newId(),
      rootId,
      projectIds,
      groupIds,
      source: { operationId, take },
      actor,
      dryRun,
      failureThresholdPercent: failureThresholdPercent ?? plan.failureThresholdPercent,
    },
    { idempotency },
  );
}

/** To apply the preview of an undo, or to retry an undo, is to undo: that is not possible for longer. */
async function refusalOfUndo(
  { table, clock }: Environment,
  change: Change,
): Promise<OperationRefusal | undefined> {
  const undone = change.kind === 'UNDO' ? await readOperation(table, change.of) : undefined;
  return undone && unreadyFor('undo', undone, clock.now());
}
