import type { Operation } from '../../../shared/domain/operation.ts';
import type { Table } from '../../../shared/environment/environment.ts';
import { listLog, type LogEntry } from '../../../shared/storage/operation-log.ts';
import { readOperations } from '../../../shared/storage/operations.ts';
import { isPast, isToldByLog, type LogFilter, matches, mayMatch } from './filter.ts';

/** Part of a root's log. */
export interface LogListing {
  readonly found: readonly { readonly position: string; readonly operation: Operation }[];
  readonly hasNextPage: boolean;
  /** Where to go on. Not always the last that was found: a part may end early, even empty. */
  readonly end: string | undefined;
}

export interface LogPart {
  readonly filter: LogFilter;
  readonly first: number;
  readonly after: string | undefined;
}

/** Entries that are read at once. */
const WIDTH = 100;

/** Times that one part reads on: one that hardly finds anything ends early. */
const MAXIMUM_READS = 8;

/** Part of a root's log, newest first. */
export async function listOperations(
  table: Table,
  rootId: number,
  { filter, first, after }: LogPart,
): Promise<LogListing> {
  const found: LogListing['found'][number][] = [];
  let end = after;
  for (let reads = 0; reads < MAXIMUM_READS; reads += 1) {
    const part = await listLog(table, rootId, { after: end, limit: WIDTH });
    const past = part.entries.findIndex((entry) => isPast(filter, entry));
    const entries = past === -1 ? part.entries : part.entries.slice(0, past);
    const candidates = entries.filter((entry) => mayMatch(filter, entry));
    for await (const each of matching(table, candidates, filter, first + 1)) {
      if (found.length === first) return { found, hasNextPage: true, end: found.at(-1)?.position };
      found.push(each);
    }
    end = part.after;
    if (end === undefined || past !== -1) return { found, hasNextPage: false, end: found.at(-1)?.position };
  }
  return { found, hasNextPage: true, end };
}

/** Those of the operations that are asked for. Reads as few headers at once as may be enough. */
async function* matching(
  table: Table,
  candidates: readonly LogEntry[],
  filter: LogFilter,
  wanted: number,
): AsyncGenerator<LogListing['found'][number]> {
  const width = isToldByLog(filter) ? wanted : WIDTH;
  for (let start = 0; start < candidates.length; start += width) {
    const batch = candidates.slice(start, start + width);
    const operations = await readOperations(
      table,
      batch.map(({ operationId }) => operationId),
    );
    for (const { position, operationId } of batch) {
      const operation = operations.get(operationId);
      if (operation && matches(filter, operation)) yield { position, operation };
    }
  }
}

/** Whether a group has a log of its own: it is a top-level group, or was one. */
export async function hasLog(table: Table, groupId: number): Promise<boolean> {
  return (await listLog(table, groupId, { limit: 1 })).entries.length > 0;
}
