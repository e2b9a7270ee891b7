import type { Totals } from '../../shared/domain/operation.ts';
import type { Table } from '../../shared/environment/environment.ts';
import { readProjects } from '../../shared/storage/nodes.ts';
import { listPages } from '../../shared/storage/page-records.ts';
import type { Ended } from './operations.ts';

/** What has to be true of a target once an operation on it has ended. */
export interface Expected {
  readonly projectIds: readonly number[];
  /** The total that counts all of them. */
  readonly outcome: keyof Totals;
  /** How many times each of them has been written to so far. */
  readonly writes: number;
  /** The operation that attached what they hold; undefined where they hold nothing. */
  readonly heldFrom: string | undefined;
}

/**
 * Holds an operation against its records and against the projects: the totals are right, each project stands in the
 * records once, and was written to once or not at all. Throws at the first that is not so.
 */
export async function check(table: Table, ended: Ended, expected: Expected): Promise<void> {
  const { id, totals, pages } = ended;
  const { projectIds, outcome } = expected;
  const wanted: Totals = { applied: 0, unchanged: 0, skipped: 0, failed: 0, [outcome]: projectIds.length };
  if (JSON.stringify(totals) !== JSON.stringify(wanted))
    throw new Error(`operation ${id} counts ${JSON.stringify(totals)}, not ${JSON.stringify(wanted)}`);
  const records = await checkRecords(table, id, projectIds);
  if (records !== pages) throw new Error(`operation ${id} did ${pages} pages, and recorded ${records}`);
  await checkProjects(table, expected);
}

/** Records that are read at once. */
const RECORDS = 50;

/** Answers how many there are. */
async function checkRecords(table: Table, id: string, projectIds: readonly number[]): Promise<number> {
  const missing = new Set(projectIds);
  let records = 0;
  let after: string | undefined;
  do {
    const part = await listPages(table, id, { after, limit: RECORDS });
    records += part.pages.length;
    for (const projectId of part.pages.flatMap((page) => page.projectIds)) {
      if (!missing.delete(projectId))
        throw new Error(`operation ${id} decided project ${projectId} twice, or out of turn`);
    }
    after = part.after;
  } while (after !== undefined);
  if (missing.size > 0) throw new Error(`operation ${id} left out ${missing.size} projects`);
  return records;
}

/** Projects that are read at once. */
const PROJECTS = 1_000;

async function checkProjects(table: Table, { projectIds, writes, heldFrom }: Expected): Promise<void> {
  const wanted = `version ${writes}, held from ${heldFrom ?? ''}`;
  for (let start = 0; start < projectIds.length; start += PROJECTS) {
    const part = projectIds.slice(start, start + PROJECTS);
    const projects = await readProjects(table, part);
    for (const projectId of part) {
      const { version, attachments } = projects.get(projectId)?.state ?? { version: NaN, attachments: {} };
      const held = Object.values(attachments).map(({ operationId }) => operationId);
      const found = `version ${version}, held from ${held.join(', ')}`;
      if (found !== wanted) throw new Error(`project ${projectId} has ${found}, not ${wanted}`);
    }
  }
}
