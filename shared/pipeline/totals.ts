import type { Operation, Totals } from '../domain/operation.ts';
import { DistinctCount, type PageRecord } from '../domain/outcome.ts';
import type { Table } from '../environment/environment.ts';
import { eachOutcome } from '../storage/page-records.ts';

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
  const counted = new DistinctCount(besides);
  for await (const page of eachOutcome(table, id)) if (page.doneAt !== undefined) counted.add(page);
  const { totals, repeats } = counted;
  return { totals, repeats };
}
