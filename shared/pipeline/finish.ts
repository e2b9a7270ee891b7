import { finalStatus, hasEnded, type Operation } from '../domain/operation.ts';
import { count, countDistinct, exceptionsOf } from '../domain/outcome.ts';
import type { Environment } from '../environment/environment.ts';
import { addPageDone, endOperation, readOperation, REGISTERED_AFTER_END } from '../storage/operations.ts';
import {
  closePage,
  finishPage,
  listPageRecords,
  lookAgainAt,
  type OpenPage,
  recordPage,
} from '../storage/pages.ts';
import { transact } from '../storage/write.ts';
import type { Applied } from './apply-page.ts';
import { untilWritten } from './retry.ts';

type Env = Pick<Environment, 'table' | 'clock' | 'random' | 'log'>;

/** Records what a page did, once, whoever runs it how often, and ends the operation if it was the last page. */
export async function finish(env: Env, page: OpenPage, { outcomes, removals }: Applied): Promise<void> {
  const { operationId, pageId, start } = page;
  const results = { exceptions: exceptionsOf(outcomes), removals };
  const now = env.clock.now();
  const record =
    'projectIds' in start
      ? recordPage(operationId, pageId, [...outcomes.keys()], results, now)
      : finishPage(operationId, pageId, results, now);
  const totals = count([...outcomes.values()].map((outcome) => outcome.kind));
  await transact(env.table, [record, closePage(operationId, pageId), addPageDone(operationId, totals)]);
  await endIfDone(env, operationId);
}

/** Ends an operation all of whose pages are done. Answers the operation as it stands then. */
export async function endIfDone(env: Env, operationId: string): Promise<Operation | undefined> {
  const answer = await untilWritten(env, 'ending an operation', async () => {
    const operation = await readOperation(env.table, operationId);
    if (operation === undefined || hasEnded(operation) || operation.pagesDone < operation.pagesKnown)
      return { operation };
    // A project that moved, or was renamed, while the operation ran may stand in two of its pages.
    const totals =
      operation.pagesKnown === 1
        ? operation.totals
        : countDistinct(await listPageRecords(env.table, operationId));
    const finishedAt = env.clock.now();
    const status = finalStatus(totals);
    const pieces = [
      ...endOperation(operation, { status, totals, finishedAt }),
      lookAgainAt(operationId, finishedAt + REGISTERED_AFTER_END),
    ];
    const { result } = await transact(env.table, pieces);
    if (result === 'REFUSED') return undefined;
    env.log.info('operation ended', { operationId, status, totals });
    return { operation: { ...operation, status, totals, finishedAt } };
  });
  return answer.operation;
}
