import { childPages, type FrontierEntry, type GroupEntry, type Plan } from '../../shared/domain/frontier.ts';
import { hasEnded, type Operation } from '../../shared/domain/operation.ts';
import type { Environment } from '../../shared/environment/environment.ts';
import type { EventBus } from '../../shared/environment/event-bus.ts';
import { METRICS } from '../../shared/names.ts';
import { announce } from '../../shared/pipeline/announce.ts';
import type { PageTarget } from '../../shared/pipeline/apply-page.ts';
import {
  isKnown,
  isSentAgain,
  type PageMessage,
  requestOf,
  sendPages,
} from '../../shared/pipeline/message.ts';
import { recordLeftBehind } from '../../shared/pipeline/record-late.ts';
import { runProjects } from '../../shared/pipeline/run-page.ts';
import { addPagesKnown } from '../../shared/storage/operation-progress.ts';
import { readPageAtHand } from '../../shared/storage/page-at-hand.ts';
import { type PageRecord, planPage, readPage } from '../../shared/storage/page-records.ts';
import {
  closeUntouched,
  END_PAGE,
  putAudit,
  type OpenPage,
  openPage,
  type PageName,
} from '../../shared/storage/pages.ts';
import { transact } from '../../shared/storage/write.ts';
import { visit, type Visited } from './visit.ts';
import { visitRecords } from './visit-records.ts';

/** What doing a page needs. */
export interface PageEnvironment extends Pick<
  Environment,
  'table' | 'clock' | 'random' | 'log' | 'attachQueue'
> {
  readonly events: EventBus;
}

/** Shares of the time: of a page's whole time, so much may go into visiting groups. */
const VISITING = 0.4;

/**
 * Does one page, or what is left of it. Every step can run twice, after each the function may die: what is open stays
 * open, a plan is made once, and effects that are there already are recognised.
 *
 * @param deadline epoch milliseconds by which it should have answered
 * @param receives how often the message has been received: an earlier run may still be at work
 */
export async function runMessage(
  env: PageEnvironment,
  message: PageMessage,
  deadline: number,
  receives = 1,
): Promise<void> {
  if (!isKnown(message)) throw new Error(`messages of version ${message.version} are not known here`);
  const began = env.clock.now();
  const { operationId, pageId } = message;
  const { page, operation, record } = await readPageAtHand(env.table, operationId, pageId);
  const isAgain = receives > 1 || isSentAgain(message);
  if (page && operation && ('announce' in page.start || pageId === END_PAGE)) {
    await announce(env, operation, [page]);
    if (isAgain && pageId !== END_PAGE) await makeUpFor(env, operation, page);
    return;
  }
  if (page && operation && 'audit' in page.start) {
    await makeUpFor(env, operation, { ...page, pageId: page.start.audit });
    await transact(env.table, [closeUntouched(page)]);
    return;
  }
  if (!page || !operation || hasEnded(operation)) {
    env.log.info('nothing left to do');
    if (operation) await makeUpFor(env, operation, { pageId, requestId: requestOf(message) });
    return;
  }
  if (isAgain && !operation.dryRun) await transact(env.table, [putAudit(page, began)]);
  const target = await planned(env, operation, page, record, deadline);
  if (target === undefined) return;
  const run = await runProjects(env, operation, page, target, deadline);
  const duration = env.clock.now() - began;
  env.log.info('page done', { projects: run.outcomes.size, duration });
  env.log.measure(METRICS.pageDuration, duration, 'Milliseconds');
  await announce(env, run.operation, run.left);
}

/** Records and announces what an earlier run of a page did that another has recorded. */
async function makeUpFor(
  env: PageEnvironment,
  operation: Operation,
  page: Pick<PageName, 'pageId' | 'requestId'>,
): Promise<void> {
  await announce(env, operation, await recordLeftBehind(env, operation, page));
}

/** The page's projects; undefined if the operation ended meanwhile. The pages that go on from here are on their way. */
async function planned(
  env: PageEnvironment,
  operation: Operation,
  page: OpenPage,
  made: PageRecord | undefined,
  deadline: number,
): Promise<PageTarget | undefined> {
  const { operationId, rootId, requestId, start } = page;
  if ('projectIds' in start) return start;
  const frontier = 'frontier' in start ? start.frontier : [];
  const plan = made ?? (await makePlan(env, operation, page, frontier, deadline));
  if (plan === undefined) return undefined;
  await sendPages(
    env,
    plan.children.map((child) => ({ operationId, rootId, requestId, pageId: child.pageId })),
    { again: made !== undefined },
  );
  return plan;
}

/** Makes the plan durable together with the pages that it leaves to others. Who comes second takes the first one's. */
async function makePlan(
  env: PageEnvironment,
  operation: Operation,
  { operationId, pageId, rootId, requestId }: OpenPage,
  frontier: readonly FrontierEntry[],
  deadline: number,
): Promise<Plan | undefined> {
  const { table, clock } = env;
  // Of an operation that was stopped, what is not planned is not done.
  const { projectIds, rest, sources } = operation.stop
    ? { projectIds: [], rest: [] }
    : await visitAny(env, operation, frontier, deadline);
  const plan: Plan = { projectIds, sources, children: childPages(pageId, rest) };
  const since = clock.now();
  const opened = plan.children.map((child) =>
    openPage({
      operationId,
      rootId,
      pageId: child.pageId,
      start: { frontier: child.frontier },
      since,
      resends: 0,
      requestId,
    }),
  );
  const { result } = await transact(table, [
    planPage(operationId, pageId, plan, since),
    addPagesKnown(operationId, plan.children.length),
    ...opened,
  ]);
  return result === 'WRITTEN' ? plan : readPage(table, operationId, pageId);
}

/** A frontier is either part of the tree or of what one other operation recorded. */
async function visitAny(
  { table, clock }: PageEnvironment,
  operation: Operation,
  frontier: readonly FrontierEntry[],
  deadline: number,
): Promise<Visited> {
  const started = clock.now();
  const isTimeUp = (): boolean => clock.now() - started > VISITING * (deadline - started);
  const [records] = frontier.flatMap((entry) => ('operationId' in entry ? [entry] : []));
  if (records) return visitRecords(table, records, { isTimeUp });
  const groups = frontier.flatMap((entry): GroupEntry[] => ('groupId' in entry ? [entry] : []));
  return visit(table, groups, { exclude: new Set(operation.projectIds), isTimeUp });
}
