import { type Effect, isChange, NO_EFFECT, packEffects } from '../domain/effect.ts';
import { finalStatus, hasEnded, type Operation } from '../domain/operation.ts';
import { count, exceptionsOf, type PageRecord } from '../domain/outcome.ts';
import type { Environment } from '../environment/environment.ts';
import { addLatePage, restate } from '../storage/operation-progress.ts';
import { readOperation } from '../storage/operations.ts';
import { readPage, recordPage } from '../storage/page-records.ts';
import { leaveToAnnounce, type OpenPage } from '../storage/pages.ts';
import { type Piece, transact } from '../storage/write.ts';
import type { Applied } from './apply-page.ts';
import { countPage } from './metrics.ts';
import { untilWritten } from './retry.ts';
import { distinctTotals } from './totals.ts';

type Env = Pick<Environment, 'table' | 'clock' | 'random' | 'log'>;

/**
 * Records what a run of a page did to projects of which another run of it had recorded something else: it had read them
 * when they were full, say, and somebody made room since. They are a further page of the operation. Answers that page, to
 * be announced; none where the record tells everything.
 */
export async function recordLate(
  env: Env,
  page: OpenPage,
  { outcomes, effects }: Applied,
): Promise<readonly OpenPage[]> {
  const { operationId, pageId } = page;
  const recorded = await readPage(env.table, operationId, pageId);
  const untold = [...effects].filter(([id, effect]) => isUntold(effect, recorded?.effects.get(id)));
  if (untold.length === 0) return [];
  const projectIds = untold.map(([id]) => id);
  const late: OpenPage = { ...page, pageId: `${pageId}.late` };
  const own = new Map([...outcomes].filter(([id]) => projectIds.includes(id)));
  const exceptions = exceptionsOf(own);
  const results = { exceptions, effects: packEffects(new Map(untold)) };
  await untilWritten(env, 'recording a late page', async () => {
    const operation = await readOperation(env.table, operationId);
    if (operation === undefined) return true;
    const now = env.clock.now();
    const header = await headerOf(env, operation, { projectIds, exceptions }, own);
    const written = await transact(env.table, [
      ...recordPage(operationId, late.pageId, { projectIds, isPlanned: false }, results, now),
      leaveToAnnounce(late, now),
      header,
    ]);
    return written.result === 'WRITTEN' || written.by.includes('page') ? true : undefined;
  });
  const totals = count([...own.values()].map(({ kind }) => kind));
  countPage(env.log, totals, new Map(untold).values());
  env.log.warn('a page was recorded before all of its runs had ended', { operationId, pageId, projectIds });
  return [late];
}

function isUntold(
  { before, made, removed }: Effect,
  { made: told, removed: lost }: Effect = NO_EFFECT,
): boolean {
  if (!isChange({ before, made, removed })) return false;
  return made.some((id) => !told.includes(id)) || removed.some((id) => !lost.includes(id));
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
