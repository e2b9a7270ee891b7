import { type Effect, effectOf, NO_EFFECT, packEffects } from '../domain/effect.ts';
import { finalStatus, hasEnded, type Operation } from '../domain/operation.ts';
import { count, exceptionsOf, type PageRecord } from '../domain/outcome.ts';
import type { Environment, Table } from '../environment/environment.ts';
import { addLatePage, restate } from '../storage/operation-progress.ts';
import { readProjects } from '../storage/nodes.ts';
import { readOperation } from '../storage/operations.ts';
import { listAllPages, readPage, recordPage } from '../storage/page-records.ts';
import { leaveToAnnounce, type PageName } from '../storage/pages.ts';
import { type Piece, transact } from '../storage/write.ts';
import type { Applied } from './apply-page.ts';
import { countPage } from './metrics.ts';
import { untilWritten } from './retry.ts';
import { distinctTotals } from './totals.ts';

type Env = Pick<Environment, 'table' | 'clock' | 'random' | 'log'>;

/**
 * Records what a run of a page did to projects of which another run of it had recorded something else: it had read them
 * when they were full, say, and somebody made room since. They are a further page of the operation. Answers that page, to
 * be announced; none where the records tell everything.
 */
export async function recordLate(
  env: Env,
  page: PageName,
  { outcomes, effects }: Pick<Applied, 'outcomes' | 'effects'>,
): Promise<readonly PageName[]> {
  const untold = await untoldOf(env.table, page, effects);
  if (untold.size === 0) return [];
  const { operationId, pageId } = page;
  const projectIds = [...untold.keys()];
  const late: PageName = { ...page, pageId: `${pageId}.late` };
  const own = new Map([...outcomes].filter(([id]) => untold.has(id)));
  const exceptions = exceptionsOf(own);
  const results = { exceptions, effects: packEffects(untold) };
  const result = await untilWritten(env, 'recording a late page', async () => {
    const operation = await readOperation(env.table, operationId);
    if (operation === undefined) return 'GONE';
    const now = env.clock.now();
    const header = await headerOf(env, operation, { projectIds, exceptions }, own);
    const written = await transact(env.table, [
      ...recordPage(operationId, late.pageId, { projectIds, isPlanned: false }, results, now),
      leaveToAnnounce(late, now),
      header,
    ]);
    if (written.result === 'WRITTEN') return 'WRITTEN';
    return written.by.includes('page') ? 'TAKEN' : undefined;
  });
  if (result === 'GONE') return [];
  // A third run had something to tell before this one.
  if (result === 'TAKEN') return recordLate(env, late, { outcomes: own, effects: untold });
  const totals = count([...own.values()].map(({ kind }) => kind));
  countPage(env.log, totals, untold.values());
  env.log.warn('a page was recorded before all of its runs had ended', { operationId, pageId, projectIds });
  return [late];
}

/**
 * Records what a run did that died before it could, where another had recorded the page: asked for when its message comes
 * again, and by the audit. It is read off the projects, which keep it for an hour after the end of the operation.
 */
export async function recordLeftBehind(
  env: Env,
  operation: Operation,
  { pageId, requestId }: Pick<PageName, 'pageId' | 'requestId'>,
): Promise<readonly PageName[]> {
  const { id: operationId, rootId } = operation;
  const record = operation.dryRun ? undefined : await readPage(env.table, operationId, pageId);
  if (record?.doneAt === undefined) return [];
  const projects = await readProjects(env.table, record.projectIds);
  const effects = new Map([...projects].map(([id, { state }]) => [id, effectOf(operationId, state)]));
  const outcomes = new Map([...projects.keys()].map((id) => [id, { kind: 'APPLIED' } as const]));
  return recordLate(env, { operationId, pageId, rootId, requestId }, { outcomes, effects });
}

/** Those of the effects that no page tells: a project that moved stands in two of them. */
async function untoldOf(
  table: Table,
  { operationId, pageId }: PageName,
  effects: ReadonlyMap<number, Effect>,
): Promise<ReadonlyMap<number, Effect>> {
  const recorded = await readPage(table, operationId, pageId);
  const untold = [...effects].filter(([id, effect]) => !isTold(effect, recorded?.effects.get(id)));
  if (untold.length === 0) return new Map();
  const pages = await listAllPages(table, operationId);
  return new Map(
    untold.filter(([id, effect]) => !pages.some((page) => isTold(effect, page.effects.get(id)))),
  );
}

function isTold({ made, removed }: Effect, told: Effect = NO_EFFECT): boolean {
  return made.every((id) => told.made.includes(id)) && removed.every((id) => told.removed.includes(id));
}

async function headerOf(
  { table }: Env,
  operation: Operation,
  late: PageRecord,
  outcomes: Applied['outcomes'],
): Promise<Piece> {
  if (!hasEnded(operation))
    return addLatePage(operation.id, count([...outcomes.values()].map(({ kind }) => kind)));
  const { totals, repeats } = await distinctTotals(table, operation, [late]);
  return restate(operation, { status: finalStatus(operation, totals), totals, repeats });
}
