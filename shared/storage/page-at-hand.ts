import type { Operation } from '../domain/operation.ts';
import type { Table } from '../environment/environment.ts';
import { openKey, operationKey, pageKey } from './keys.ts';
import { parseOperation } from './operations.ts';
import { type PageRecord, parsePageRecord } from './page-records.ts';
import { type OpenPage, parseOpenPage } from './pages.ts';
import { batchGet, keyText } from './read.ts';

/** What there is of a page when its message comes: what is open of it, its operation, and its record. */
export interface PageAtHand {
  readonly page: OpenPage | undefined;
  readonly operation: Operation | undefined;
  readonly record: PageRecord | undefined;
}

/** Reads them in one call, each by itself: the record may be older than what is open. */
export async function readPageAtHand(table: Table, operationId: string, pageId: string): Promise<PageAtHand> {
  const keys = [openKey(operationId, pageId), operationKey(operationId), pageKey(operationId, pageId)];
  const items = await batchGet(table, keys);
  const [page, operation, record] = keys.map((key) => items.get(keyText(key)));
  return {
    page: page && parseOpenPage(page),
    operation: operation && parseOperation(operation),
    record: record && parsePageRecord(record),
  };
}
