import { childPages, type FrontierEntry, type Plan } from '../../shared/domain/frontier.ts';
import { hasEnded, type Operation } from '../../shared/domain/operation.ts';
import type { Environment } from '../../shared/environment/environment.ts';
import { MESSAGE_VERSION, type PageMessage, sendPages } from '../../shared/pipeline/message.ts';
import { runProjects } from '../../shared/pipeline/run-page.ts';
import { addPagesKnown, readOperation } from '../../shared/storage/operations.ts';
import { type OpenPage, openPage, planPage, readOpenPage, readPage } from '../../shared/storage/pages.ts';
import { transact } from '../../shared/storage/write.ts';
import { visit } from './visit.ts';

type Env = Pick<Environment, 'table' | 'clock' | 'random' | 'log' | 'attachQueue'>;

/** Shares of the time: of a page's whole time, so much may go into visiting groups. */
const VISITING = 0.4;

/**
 * Does one page, or what is left of it. Every step can run twice, after each the function may die: what is open stays
 * open, a plan is made once, and effects that are there already are recognised.
 *
 * @param deadline epoch milliseconds by which it should have answered
 */
export async function runMessage(
  env: Env,
  { version, operationId, pageId }: PageMessage,
  deadline: number,
): Promise<void> {
  if (version !== MESSAGE_VERSION) throw new Error(`messages of version ${version} are not known here`);
  const [page, operation] = await Promise.all([
    readOpenPage(env.table, operationId, pageId),
    readOperation(env.table, operationId),
  ]);
  if (!page || !operation || hasEnded(operation)) {
    env.log.info('nothing left to do', { operationId, pageId });
    return;
  }
  const projectIds = await planned(env, operation, page, deadline);
  if (projectIds === undefined) return;
  const outcomes = await runProjects(env, operation, page, projectIds, deadline);
  env.log.info('page done', { operationId, pageId, projects: outcomes.size });
}

/** The page's projects; undefined if the operation ended meanwhile. The pages that go on from here are on their way. */
async function planned(
  env: Env,
  operation: Operation,
  page: OpenPage,
  deadline: number,
): Promise<readonly number[] | undefined> {
  if ('projectIds' in page.start) return page.start.projectIds;
  const { operationId, pageId, rootId } = page;
  const plan =
    (await readPage(env.table, operationId, pageId)) ??
    (await makePlan(env, operation, page, page.start.frontier, deadline));
  if (plan === undefined) return undefined;
  await sendPages(
    env,
    plan.children.map((child) => ({ operationId, rootId, pageId: child.pageId })),
  );
  return plan.projectIds;
}

/** Makes the plan durable together with the pages that it leaves to others. Who comes second takes the first one's. */
async function makePlan(
  { table, clock }: Env,
  operation: Operation,
  { operationId, pageId, rootId }: OpenPage,
  frontier: readonly FrontierEntry[],
  deadline: number,
): Promise<Plan | undefined> {
  const started = clock.now();
  const { projectIds, rest } = await visit(table, frontier, {
    exclude: new Set(operation.projectIds),
    isTimeUp: () => clock.now() - started > VISITING * (deadline - started),
  });
  const plan: Plan = { projectIds, children: childPages(pageId, rest) };
  const since = clock.now();
  const opened = plan.children.map((child) =>
    openPage({
      operationId,
      rootId,
      pageId: child.pageId,
      start: { frontier: child.frontier },
      since,
      resends: 0,
    }),
  );
  const { result } = await transact(table, [
    planPage(operationId, pageId, plan, since),
    addPagesKnown(operationId, plan.children.length),
    ...opened,
  ]);
  return result === 'WRITTEN' ? plan : readPage(table, operationId, pageId);
}
