import { finalStatus, hasEnded, type Operation } from '../domain/operation.ts';
import { count, countDistinct, exceptionsOf, type Outcome } from '../domain/outcome.ts';
import type { Environment } from '../environment/environment.ts';
import { addPageDone, endOperation, readOperation } from '../storage/operations.ts';
import {
  closePage,
  END_PAGE,
  finishPage,
  listPageRecords,
  type OpenPage,
  recordPage,
} from '../storage/pages.ts';
import { transact } from '../storage/write.ts';
import { untilWritten } from './retry.ts';

type Env = Pick<Environment, 'table' | 'clock' | 'random' | 'log'>;

/** Records what a page did, once, whoever runs it how often, and ends the operation if it was the last page. */
export async function finish(
  env: Env,
  page: OpenPage,
  outcomes: ReadonlyMap<number, Outcome>,
): Promise<void> {
  const { operationId, pageId, start } = page;
  const exceptions = exceptionsOf(outcomes);
  const now = env.clock.now();
  const record =
    'projectIds' in start
      ? recordPage(operationId, pageId, [...outcomes.keys()], exceptions, now)
      : finishPage(operationId, pageId, exceptions, now);
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
    // A project that moved while the operation ran may stand in two of its pages.
    const totals =
      operation.handOvers === 0
        ? operation.totals
        : countDistinct(await listPageRecords(env.table, operationId));
    const finishedAt = env.clock.now();
    const status = finalStatus(totals);
    const pieces = [
      ...endOperation(operation, { status, totals, finishedAt }),
      closePage(operationId, END_PAGE),
    ];
    const { result } = await transact(env.table, pieces);
    if (result === 'REFUSED') return undefined;
    env.log.info('operation ended', { operationId, status, totals });
    return { operation: { ...operation, status, totals, finishedAt } };
  });
  return answer.operation;
}
