import { packEffects } from '../domain/effect.ts';
import {
  deletionBy,
  finalStatus,
  hasEnded,
  isOverThreshold,
  type Operation,
  SYSTEM_ACTOR,
} from '../domain/operation.ts';
import { count, exceptionsOf } from '../domain/outcome.ts';
import type { Environment } from '../environment/environment.ts';
import { addPageDone, endOperation, stopOperation } from '../storage/operation-progress.ts';
import { readOperation } from '../storage/operations.ts';
import { recordPage } from '../storage/page-records.ts';
import { END_PAGE, leaveToAnnounce, lookAgainAt, type OpenPage } from '../storage/pages.ts';
import { finishDeletion } from '../storage/profiles.ts';
import { type Piece, transact } from '../storage/write.ts';
import type { LeftToAnnounce } from './announce.ts';
import type { Applied, PageTarget } from './apply-page.ts';
import { countPage } from './metrics.ts';
import { recordLate } from './record-late.ts';
import { untilWritten } from './retry.ts';
import { distinctTotals } from './totals.ts';

type Env = Pick<Environment, 'table' | 'clock' | 'random' | 'log'>;

/** The operation as it stands once a page is done, and what is left to be announced. */
export interface Finished {
  readonly operation: Operation;
  readonly left: readonly LeftToAnnounce[];
}

/** Records what a page did, once, whoever runs it how often, and ends the operation if it was the last page. */
export async function finish(
  env: Env,
  page: OpenPage,
  { projectIds }: PageTarget,
  { outcomes, effects, seen }: Applied,
): Promise<Finished> {
  const { operationId, pageId, start } = page;
  const results = { exceptions: exceptionsOf(outcomes), effects: packEffects(effects), seen };
  const now = env.clock.now();
  const target = { projectIds, isPlanned: !('projectIds' in start) };
  const totals = count([...outcomes.values()].map((outcome) => outcome.kind));
  const { result } = await transact(env.table, [
    ...recordPage(operationId, pageId, target, results, now),
    leaveToAnnounce(page, now),
    addPageDone(operationId, totals),
  ]);
  if (result === 'WRITTEN' && seen === undefined) countPage(env.log, totals, effects.values());
  // Two previews of one page may differ; neither did anything.
  const mayHaveActed = result === 'REFUSED' && seen === undefined;
  const late = mayHaveActed ? await recordLate(env, page, { outcomes, effects }) : [];
  const done = { ...page, record: result === 'WRITTEN' ? { effects, doneAt: now } : undefined };
  const operation = await endIfDone(env, operationId);
  if (operation === undefined) throw new Error(`operation ${operationId} is gone`);
  if (hasEnded(operation)) return { operation, left: [done, ...late, { ...page, pageId: END_PAGE }] };
  await stopIfFailing(env, operation);
  return { operation, left: [done, ...late] };
}

/** Ends an operation all of whose pages are done. Answers the operation as it stands then. */
export async function endIfDone(env: Env, operationId: string): Promise<Operation | undefined> {
  const answer = await untilWritten(env, 'ending an operation', async () => {
    const operation = await readOperation(env.table, operationId);
    if (operation === undefined || hasEnded(operation) || operation.pagesDone < operation.pagesKnown)
      return { operation };
    // A project that moved, or was renamed, while the operation ran may stand in two of its pages.
    const { totals, repeats } =
      operation.pagesKnown === 1
        ? { totals: operation.totals, repeats: 0 }
        : await distinctTotals(env.table, operation);
    const finishedAt = env.clock.now();
    const status = finalStatus(operation, totals);
    const pieces = [
      ...endOperation(operation, { status, totals, repeats, finishedAt }),
      lookAgainAt(operationId, finishedAt),
      ...afterwards(operation, finishedAt),
    ];
    const { result } = await transact(env.table, pieces);
    if (result === 'REFUSED') return undefined;
    env.log.info('operation ended', { operationId, status, totals });
    return { operation: { ...operation, status, totals, repeats, finishedAt } };
  });
  return answer.operation;
}

/** What the end of an operation brings with it. */
function afterwards(operation: Operation, now: number): readonly Piece[] {
  const deletion = deletionBy(operation);
  return deletion ? finishDeletion(operation.rootId, deletion.profileId, now) : [];
}

async function stopIfFailing(env: Env, operation: Operation): Promise<void> {
  // The clean-up after a transfer is a promise, also where it is tried again.
  if (operation.stop || operation.change.kind === 'REHOME' || !isOverThreshold(operation)) return;
  const stop = { reason: 'FAILURE_THRESHOLD', by: SYSTEM_ACTOR, at: env.clock.now() } as const;
  const { result } = await transact(env.table, [stopOperation(operation.id, stop)]);
  if (result === 'WRITTEN')
    env.log.warn('operation stopped: too many projects failed', {
      operationId: operation.id,
      totals: operation.totals,
      failureThresholdPercent: operation.failureThresholdPercent,
    });
}
