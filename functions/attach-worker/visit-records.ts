import { isChange } from '../../shared/domain/effect.ts';
import { PAGE_SIZE, type RecordsEntry } from '../../shared/domain/frontier.ts';
import type { Table } from '../../shared/environment/environment.ts';
import { listExceptions, listPages } from '../../shared/storage/page-records.ts';
import type { Visited } from './visit.ts';

/** Records that are read at once: each holds about as many projects as a page. */
const RECORDS = 8;

/** Reads records of another operation until a page of projects is full, or the time is nearly up. */
export async function visitRecords(
  table: Table,
  entry: RecordsEntry,
  { isTimeUp }: { readonly isTimeUp: () => boolean },
): Promise<Visited> {
  const projectIds = new Set<number>();
  const sources: string[] = [];
  const { operationId, take } = entry;
  let { after } = entry;
  do {
    const part = await taken(table, { operationId, take, after });
    for (const { pageId, ids } of part.pages) {
      // A record is taken whole: so it is known by its id where to go on.
      if (sources.length > 0 && projectIds.size + ids.length > PAGE_SIZE)
        return { projectIds: [...projectIds], sources, rest: [{ operationId, take, after }] };
      for (const id of ids) projectIds.add(id);
      if (ids.length > 0) sources.push(pageId);
      after = pageId;
    }
    if (part.after === undefined) return { projectIds: [...projectIds], sources, rest: [] };
    after = part.after;
  } while (!isTimeUp());
  return { projectIds: [...projectIds], sources, rest: [{ operationId, take, after }] };
}

interface Part {
  readonly pages: readonly { readonly pageId: string; readonly ids: readonly number[] }[];
  readonly after: string | undefined;
}

async function taken(table: Table, { operationId, take, after }: RecordsEntry): Promise<Part> {
  const range = { after, limit: RECORDS };
  if (take === 'FAILED') {
    const { pages, after: next } = await listExceptions(table, operationId, 'FAILED', range);
    const idsOf = Object.values;
    return {
      pages: pages.map(({ pageId, exceptions }) => ({ pageId, ids: idsOf(exceptions).flat() })),
      after: next,
    };
  }
  const { pages, after: next } = await listPages(table, operationId, range);
  return {
    pages: pages.map(({ pageId, projectIds, effects }) => ({
      pageId,
      ids:
        take === 'ALL' ? projectIds : [...effects].flatMap(([id, effect]) => (isChange(effect) ? [id] : [])),
    })),
    after: next,
  };
}
