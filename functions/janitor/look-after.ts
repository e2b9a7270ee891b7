import { hasEnded } from '../../shared/domain/operation.ts';
import type { Environment } from '../../shared/environment/environment.ts';
import { METRICS } from '../../shared/names.ts';
import { endIfDone } from '../../shared/pipeline/finish.ts';
import { sendPages } from '../../shared/pipeline/message.ts';
import { OPEN_SHARDS } from '../../shared/storage/keys.ts';
import { markStalled, readOperation } from '../../shared/storage/operations.ts';
import { closePage, END_PAGE, listOpenPages, markSent, type OpenPage } from '../../shared/storage/pages.ts';
import { transact } from '../../shared/storage/write.ts';

type Env = Pick<Environment, 'table' | 'clock' | 'random' | 'log' | 'attachQueue'>;

/** After that many sendings in vain a page waits for an operator. */
const MAXIMUM_RESENDS = 3;

/**
 * Looks at everything that is open: sends again what nobody seems to work on, ends operations whose last worker died
 * before it could, and marks those that do not get on.
 *
 * @param visibilityTimeout milliseconds for which a message that somebody works on is out of sight
 */
export async function lookAfterOpenPages(env: Env, visibilityTimeout: number): Promise<void> {
  const due = env.clock.now() - 2 * visibilityTimeout;
  for (let shard = 0; shard < OPEN_SHARDS; shard += 1) {
    for (const page of await listOpenPages(env.table, shard)) {
      if (page.since < due) await lookAfter(env, page);
    }
  }
}

async function lookAfter(env: Env, page: OpenPage): Promise<void> {
  const { operationId, pageId } = page;
  const operation =
    pageId === END_PAGE ? await endIfDone(env, operationId) : await readOperation(env.table, operationId);
  if (!operation || hasEnded(operation)) {
    await transact(env.table, [closePage(operationId, pageId)]);
    return;
  }
  if (pageId === END_PAGE) return;
  if (page.resends >= MAXIMUM_RESENDS) {
    env.log.error('operation is stalled', { operationId, pageId });
    env.log.count(METRICS.operationStalled);
    if (operation.stalledAt === undefined)
      await transact(env.table, [markStalled(operationId, env.clock.now())]);
    return;
  }
  // Claimed before it is sent: if this dies in between, the page is due again later.
  const { result } = await transact(env.table, [markSent(page, env.clock.now())]);
  if (result === 'REFUSED') return;
  await sendPages(env, [page]);
  env.log.warn('page sent again', { operationId, pageId, resends: page.resends + 1 });
  env.log.count(METRICS.pageResent);
}
