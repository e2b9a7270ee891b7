import { deletionBy, hasEnded, isProfileEdit, type Operation } from '../domain/operation.ts';
import type { Environment } from '../environment/environment.ts';
import { markMoving, stopOperation } from '../storage/operation-progress.ts';
import { readOperation } from '../storage/operations.ts';
import { isWork, listOpenPagesOf, markSent } from '../storage/pages.ts';
import { transact } from '../storage/write.ts';
import { sendOrLeave } from './message.ts';
import { findPermitted, invalidState, type OperationAnswer, type OperationRequest } from './permitted.ts';

/**
 * Stops an operation: what is done stays and can be undone, what is not done will not be. It ends when the pages that are
 * being worked on are recorded. Pages that nobody works on any longer are sent again, so that one that was stalled ends too.
 */
export async function requestCancel(
  env: Environment,
  { operationId, actor }: Pick<OperationRequest, 'operationId' | 'actor'>,
): Promise<OperationAnswer> {
  const permitted = await findPermitted(env, operationId, actor);
  if (!permitted) return { result: 'DENIED' };
  const { operation } = permitted;
  if (operation.change.kind === 'REHOME')
    return invalidState(
      `The operation is ${operation.status}: the clean-up after a transfer cannot be cancelled; it can be undone once it has ended`,
    );
  if (hasEnded(operation)) return ended(operation);
  if (deletionBy(operation))
    return invalidState(
      `The operation is ${operation.status}: the profile is deleted already, and taking it off its projects cannot be cancelled`,
    );
  const now = env.clock.now();
  const stop = { reason: 'CANCELLED_BY_USER', by: actor, at: now } as const;
  await transact(env.table, [stopOperation(operationId, stop)]);
  const current = (await readOperation(env.table, operationId)) ?? operation;
  if (!current.stop) return ended(current);
  const open = await listOpenPagesOf(env.table, operationId);
  const pages = open.filter(isWork);
  for (const page of pages) await transact(env.table, [markSent({ ...page, resends: -1 }, now)]);
  await sendOrLeave(env, pages, { again: true });
  if (current.stalledAt !== undefined) await transact(env.table, [markMoving(operationId)]);
  env.log.info('operation cancelled', { operationId, pages: pages.length });
  return { result: 'ACCEPTED', operation: { ...current, stalledAt: undefined } };
}

function ended({ status, dryRun, change }: Operation): OperationAnswer {
  const isOfProfile = isProfileEdit(change) || change.kind === 'DELETE_PROFILE';
  const possible = dryRun ? 'it changed nothing' : isOfProfile ? 'it stands' : 'what it did can be undone';
  return invalidState(`The operation is ${status}: there is nothing left to cancel; ${possible}`);
}
