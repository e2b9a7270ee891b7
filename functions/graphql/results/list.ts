import type { Operation } from '../../../shared/domain/operation.ts';
import { distinctOutcomes, outcomesIn, type RecordedOutcome } from '../../../shared/domain/outcome.ts';
import type { Table } from '../../../shared/environment/environment.ts';
import { eachOutcome } from '../../../shared/storage/page-records.ts';
import { listsFor, matches, type ResultFilter } from './filter.ts';
import type { ResultPosition } from './position.ts';
import { recordsOf, type ResultRecord } from './records.ts';

/** What an operation did to a project, and where that is recorded. */
export interface Result extends ResultPosition, RecordedOutcome {
  readonly projectId: number;
}

/** Part of the results of an operation. */
export interface ResultListing {
  readonly found: readonly Result[];
  readonly hasNextPage: boolean;
  /** Where to go on. Not always the last that was found: a part may end early, even empty. */
  readonly end: ResultPosition | undefined;
}

export interface ResultPart {
  readonly filter: ResultFilter;
  readonly first: number;
  readonly after: ResultPosition | undefined;
}

/** Records that one part may look through: one that hardly finds anything ends early. */
const MAXIMUM_RECORDS = 40;

/**
 * Part of the results of an operation, in the order of its pages. `WRONG_POSITION`: it is one among other records than
 * those that the filter goes through.
 */
export async function listResults(
  table: Table,
  operation: Operation,
  part: ResultPart,
): Promise<ResultListing | 'WRONG_POSITION'> {
  const { filter, after } = part;
  if ((operation.repeats ?? 0) > 0) {
    const records = await distinctRecords(table, operation.id);
    const from = after && { ...after, list: 'PAGES' as const };
    return take(
      records.filter((record) => isAhead(record, after)),
      { ...part, after: from },
    );
  }
  const lists = listsFor(filter, operation.totals);
  if (after && lists.length > 0 && !lists.includes(after.list)) return 'WRONG_POSITION';
  const records = recordsOf(table, operation.id, lists, after);
  return take(records, part, MAXIMUM_RECORDS);
}

async function take(
  records: AsyncIterable<ResultRecord> | Iterable<ResultRecord>,
  { filter, first, after }: ResultPart,
  maximum = Infinity,
): Promise<ResultListing> {
  const found: Result[] = [];
  let read = 0;
  let passed: ResultPosition | undefined;
  for await (const { list, pageId, outcomes } of records) {
    if (read === maximum) return { found, hasNextPage: true, end: passed };
    const begun = after?.list === list && after.pageId === pageId ? after.projectId : undefined;
    for (const [projectId, outcome] of startingAfter(outcomes, begun)) {
      if (!matches(filter, outcome)) continue;
      if (found.length === first) return { found, hasNextPage: true, end: found.at(-1) };
      found.push({ list, pageId, projectId, ...outcome });
    }
    read += 1;
    passed = { list, pageId, projectId: undefined };
  }
  return { found, hasNextPage: false, end: found.at(-1) };
}

/** All if the project is not among them. */
function startingAfter<Value>(
  outcomes: ReadonlyMap<number, Value>,
  projectId: number | undefined,
): readonly (readonly [number, Value])[] {
  const entries = [...outcomes];
  return projectId === undefined ? entries : entries.slice(entries.findIndex(([id]) => id === projectId) + 1);
}

/**
 * Where projects stand in more than one page: the records with each project once, as the totals count it. For that all of
 * them have to be read.
 */
async function distinctRecords(table: Table, operationId: string): Promise<readonly ResultRecord[]> {
  const recorded = await Array.fromAsync(eachOutcome(table, operationId));
  const distinct = distinctOutcomes(recorded);
  return recorded.map((page) => {
    const outcomes = [...outcomesIn(page)].filter(([projectId]) => distinct.get(projectId)?.page === page);
    return { list: 'PAGES', pageId: page.pageId, outcomes: new Map(outcomes) };
  });
}

/** Pages come in the order of their ids. */
function isAhead({ pageId }: ResultRecord, after: ResultPosition | undefined): boolean {
  if (after === undefined || pageId > after.pageId) return true;
  return pageId === after.pageId && after.projectId !== undefined;
}
