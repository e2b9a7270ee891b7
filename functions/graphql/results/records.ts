import {
  type Exceptions,
  type OutcomeKind,
  outcomesIn,
  recordedOutcome,
  type RecordedOutcome,
} from '../../../shared/domain/outcome.ts';
import type { Table } from '../../../shared/environment/environment.ts';
import {
  listExceptions,
  listPages,
  type PageRecord,
  readExceptions,
  readPages,
} from '../../../shared/storage/page-records.ts';
import type { List } from './filter.ts';
import type { ResultPosition } from './position.ts';

/** What is recorded under one key: the outcomes of projects, in a fixed order. */
export interface ResultRecord {
  readonly list: List;
  readonly pageId: string;
  readonly outcomes: ReadonlyMap<number, RecordedOutcome>;
}

/** Records that are read at once: twice as many each time, as it turns out that more are needed. */
const WIDTH = { first: 2, maximum: 8 };

/** The records of these lists, one list after the other, from a position on; that of the position itself is the first. */
export async function* recordsOf(
  table: Table,
  operationId: string,
  lists: readonly List[],
  from: ResultPosition | undefined,
): AsyncGenerator<ResultRecord> {
  for (const list of lists.slice(from ? lists.indexOf(from.list) : 0)) {
    const source = list === 'PAGES' ? pagesOf(table, operationId) : exceptionsOf(table, operationId, list);
    let after: string | undefined;
    if (from?.list === list) {
      if (from.projectId !== undefined) yield* await source.one(from.pageId);
      after = from.pageId;
    }
    let width = WIDTH.first;
    do {
      const part = await source.some(after, width);
      yield* part.records;
      after = part.after;
      width = Math.min(WIDTH.maximum, 2 * width);
    } while (after !== undefined);
  }
}

interface Source {
  /** The record of a page, if there is one. */
  one(pageId: string): Promise<readonly ResultRecord[]>;
  /** Records after that of a page, at most so many; where to go on. */
  some(
    after: string | undefined,
    limit: number,
  ): Promise<{ readonly records: readonly ResultRecord[]; readonly after: string | undefined }>;
}

/** Whole pages. Of one that is not done yet there are no outcomes. */
function pagesOf(table: Table, operationId: string): Source {
  const withOutcomes = async (pages: readonly PageRecord[]): Promise<readonly ResultRecord[]> => {
    const done = pages.filter(({ doneAt }) => doneAt !== undefined).map(({ pageId }) => pageId);
    const exceptions = await readExceptions(table, operationId, done);
    return pages.map(({ pageId, projectIds }) => {
      const known = exceptions.get(pageId);
      return {
        list: 'PAGES',
        pageId,
        outcomes: known ? outcomesIn({ projectIds, exceptions: known }) : new Map(),
      };
    });
  };
  return {
    one: async (pageId) => withOutcomes(await readPages(table, operationId, [pageId])),
    async some(after, limit) {
      const part = await listPages(table, operationId, { after, limit });
      return { records: await withOutcomes(part.pages), after: part.after };
    },
  };
}

/** The exceptions of one kind alone. */
function exceptionsOf(table: Table, operationId: string, kind: OutcomeKind): Source {
  const record = (pageId: string, exceptions: Exceptions): ResultRecord => {
    // The table keeps the order of a list, but not that of the entries of a map.
    const keys = Object.keys(exceptions).filter((key) => key.startsWith(`${kind}/`));
    const outcomes = keys
      .toSorted()
      .flatMap((key) => (exceptions[key] ?? []).map((id) => [id, recordedOutcome(key)] as const));
    return { list: kind, pageId, outcomes: new Map(outcomes) };
  };
  return {
    async one(pageId) {
      const exceptions = (await readExceptions(table, operationId, [pageId])).get(pageId);
      return exceptions ? [record(pageId, exceptions)] : [];
    },
    async some(after, limit) {
      const part = await listExceptions(table, operationId, kind, { after, limit });
      return {
        records: part.pages.map(({ pageId, exceptions }) => record(pageId, exceptions)),
        after: part.after,
      };
    },
  };
}
