import type { Operation, Totals } from '../domain/operation.ts';
import { DistinctCount, type PageRecord } from '../domain/outcome.ts';
import type { Table } from '../environment/environment.ts';
import { listAllExceptions, listPages } from '../storage/page-records.ts';

/**
 * An operation's totals by its records, each project once, whichever of its pages it stands in; and how often projects
 * stand in a further one.
 *
 * @param besides pages that are just being recorded
 */
export async function distinctTotals(
  table: Table,
  { id }: Pick<Operation, 'id'>,
  besides: readonly PageRecord[] = [],
): Promise<{ readonly totals: Totals; readonly repeats: number }> {
  const exceptions = await listAllExceptions(table, id);
  const counted = new DistinctCount(besides);
  let after: string | undefined;
  do {
    const part = await listPages(table, id, { after });
    for (const { pageId, projectIds, doneAt } of part.pages)
      if (doneAt !== undefined) counted.add({ projectIds, exceptions: exceptions.get(pageId) ?? {} });
    after = part.after;
  } while (after !== undefined);
  const { totals, repeats } = counted;
  return { totals, repeats };
}
