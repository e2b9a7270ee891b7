import { type Change, decidedProjects, NO_PROFILE, type Operation } from '../domain/operation.ts';
import { findTemplate } from '../domain/scan-types.ts';
import type { Environment } from '../environment/environment.ts';
import { adoption } from './adoption.ts';
import { launch } from './launch.ts';
import {
  answerOf,
  findPermitted,
  invalidState,
  type OperationAnswer,
  type OperationRequest,
  unreadyFor,
} from './permitted.ts';
import { findOrCreateRecommended } from './recommended-profile.ts';
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
  const change = await changeOf(env, operation);
  if (change === undefined) return { result: 'DENIED' };
  const { id, rootId, projectIds, groupIds, totals } = operation;
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

/** The previewed change, with the profiles that it needs made by now. */
async function changeOf(env: Environment, { rootId, change }: Operation): Promise<Change | undefined> {
  if (change.kind === 'ADOPT') return adoption(env, { of: change.of, rootId, dryRun: false });
  if (change.kind !== 'ATTACH' || change.profileId !== NO_PROFILE) return change;
  const template = findTemplate(change.templateKey ?? '');
  const profile = template && (await findOrCreateRecommended(env, rootId, template));
  if (profile?.status !== 'ACTIVE') return undefined;
  return { kind: 'ATTACH', mode: change.mode, profileId: profile.id, scanType: profile.scanType };
}
