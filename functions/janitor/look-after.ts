import { Ages } from './ages.ts';
import { hasEnded, type Operation } from '../../shared/domain/operation.ts';
import type { Environment } from '../../shared/environment/environment.ts';
import { METRICS } from '../../shared/names.ts';
import { endIfDone } from '../../shared/pipeline/finish.ts';
import { sendPages } from '../../shared/pipeline/message.ts';
import { OPEN_SHARDS } from '../../shared/storage/keys.ts';
import { markStalled } from '../../shared/storage/operation-progress.ts';
import { readOperation } from '../../shared/storage/operations.ts';
import {
  closePage,
  closeUntouched,
  END_PAGE,
  isWork,
  listOpenItems,
  markSent,
  type OpenPage,
  parseOpenPage,
} from '../../shared/storage/pages.ts';
import { isEndAnnounced, removeRegistration } from '../../shared/storage/registrations.ts';
import { transact } from '../../shared/storage/write.ts';

type Env = Pick<Environment, 'table' | 'clock' | 'random' | 'log' | 'attachQueue'>;

/** After that many sendings in vain a page that is still to be done waits for an operator. */
const MAXIMUM_RESENDS = 3;

/** Milliseconds between further sendings of what is done and still cannot be announced. */
const ANNOUNCING_INTERVAL = 3_600_000;

/**
 * Looks at everything that is open: sends again what nobody seems to work on, ends operations whose last worker died
 * before it could, has what was begun twice compared with the records, forgets those that ended an hour ago, and marks those
 * that do not get on. Throws at the end what went wrong with any of them.
 *
 * @param visibilityTimeout milliseconds for which a message that somebody works on is out of sight
 */
export async function lookAfterOpenPages(env: Env, visibilityTimeout: number): Promise<void> {
  const due = env.clock.now() - 2 * visibilityTimeout;
  const ages = new Ages(env.clock.now());
  const failures: unknown[] = [];
  for (let shard = 0; shard < OPEN_SHARDS; shard += 1) {
    for (const item of await listOpenItems(env.table, shard)) {
      try {
        const page = parseOpenPage(item);
        ages.note(page);
        if (page.since < due) await lookAfter(env, page);
      } catch (error) {
        // One that cannot be looked after must not keep the others from it.
        env.log.error('an open page was passed over', { key: String(item['SK']), error });
        failures.push(error);
      }
    }
  }
  ages.tell(env.log);
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} open pages were passed over`);
}

async function lookAfter(env: Env, page: OpenPage): Promise<void> {
  const { operationId, pageId } = page;
  if (pageId === END_PAGE) {
    await lookAfterEnd(env, page);
    return;
  }
  const operation = await readOperation(env.table, operationId);
  // A worker may just have done it, and not have announced it yet; and what was done may still have to be recorded.
  if (!operation || (hasEnded(operation) && isWork(page))) await transact(env.table, [closeUntouched(page)]);
  else await sendAgain(env, operation, page);
}

/** Ends what is done, has the end announced, and an hour later forgets the operation. */
async function lookAfterEnd(env: Env, page: OpenPage): Promise<void> {
  const operation = await endIfDone(env, page.operationId);
  if (!operation) {
    await transact(env.table, [closePage(page.operationId, END_PAGE)]);
    return;
  }
  const { finishedAt } = operation;
  if (finishedAt === undefined) return;
  if (page.since < finishedAt) await sendPages(env, [page]);
  else if (!isEndAnnounced(operation, page)) await sendAgain(env, operation, page);
  else await transact(env.table, [closePage(page.operationId, END_PAGE), removeRegistration(operation)]);
}

async function sendAgain(env: Env, operation: Operation, page: OpenPage): Promise<void> {
  const { operationId, pageId, requestId } = page;
  const log = env.log.about({ requestId, operationId, pageId });
  const isInVain = page.resends >= MAXIMUM_RESENDS;
  if (isInVain && isWork(page)) {
    log.error('operation is stalled');
    log.count(METRICS.operationStalled);
    if (operation.stalledAt === undefined)
      await transact(env.table, [markStalled(operationId, env.clock.now())]);
    return;
  }
  if (isInVain && page.since > env.clock.now() - ANNOUNCING_INTERVAL) return;
  if (isInVain) log.error('still not announced, or not compared with the records: sent once more');
  // Claimed before it is sent: if this dies in between, the page is due again later.
  const { result } = await transact(env.table, [markSent(page, env.clock.now())]);
  if (result === 'REFUSED') return;
  await sendPages(env, [page], { again: page.since > 0 });
  // An audit is meant to wait until now.
  if ('audit' in page.start && page.resends === 0) return;
  log.warn('page sent again', { resends: page.resends + 1 });
  log.count(METRICS.pageResent);
}
