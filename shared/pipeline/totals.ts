import { decidedProjects, type Operation, type Totals } from '../domain/operation.ts';
import { countDistinct, type PageRecord } from '../domain/outcome.ts';
import type { Table } from '../environment/environment.ts';
import { listAllOutcomes } from '../storage/page-records.ts';

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
  const pages = await listAllOutcomes(table, id);
  const records = [...pages.filter(({ doneAt }) => doneAt !== undefined), ...besides];
  const totals = countDistinct(records);
  const standing = records.reduce((sum, { projectIds }) => sum + projectIds.length, 0);
  return { totals, repeats: standing - decidedProjects(totals) };
}
