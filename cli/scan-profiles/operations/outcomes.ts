import * as z from 'zod';
import { COUNTERS, OUTCOME_CODES, OUTCOME_KINDS, type OutcomeKind } from '../../../shared/domain/outcome.ts';
import type { Client } from '../deployment/client.ts';
import { PAGE, pageOf } from '../deployment/pages.ts';
import type { Columns } from '../output/column.ts';
import { countText } from '../output/plain.ts';
import type { Operation } from './operation.ts';
import { refuseAbsent } from './read.ts';

/** How many projects have an outcome with a code. `isAtLeast`: there are more, too many to count here. */
export interface OutcomeCount {
  readonly outcome: string;
  readonly code: string | null;
  readonly projects: number;
  readonly isAtLeast: boolean;
}

/** Pages of each code that are counted at most. */
const MOST_PAGES = 30;

/** How many results of one code are known while they are counted. */
interface Tally {
  readonly code: string;
  count: number;
  after: string | null;
  isWhole: boolean;
}

/** The outcomes of an operation by code: the API tells totals by outcome, and results that have a code. */
export async function countOutcomes(
  client: Client,
  { id, totals }: Pick<Operation, 'id' | 'totals'>,
): Promise<readonly OutcomeCount[]> {
  const found: OutcomeCount[] = [];
  for (const outcome of OUTCOME_KINDS) {
    const total = totals[COUNTERS[outcome]];
    if (total > 0) found.push(...(await countCodes(client, id, outcome, total)));
  }
  return found;
}

/**
 * Counts all codes of an outcome side by side, a page of each at a time, until one is left: that one is the rest. So the
 * most frequent code, which all projects of a large group can have, is not read through.
 */
async function countCodes(
  client: Client,
  id: string,
  outcome: OutcomeKind,
  total: number,
): Promise<readonly OutcomeCount[]> {
  const tallies = OUTCOME_CODES[outcome].map((code): Tally => ({
    code,
    count: 0,
    after: null,
    isWhole: false,
  }));
  // Most applied projects have no code: there the rest is theirs.
  const mayBeRest = outcome === 'APPLIED' ? 0 : 1;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const open = tallies.filter(({ isWhole }) => !isWhole);
    if (open.length <= mayBeRest || total === sumOf(tallies)) break;
    // The first look only finds out which codes there are.
    await countPage(client, id, outcome, open, pages === 0 ? 1 : PAGE);
  }
  const open = tallies.filter(({ isWhole }) => !isWhole);
  const [last] = open;
  const rest = total - sumOf(tallies);
  if (last && open.length <= mayBeRest) last.count += rest;
  const counts = tallies
    .filter(({ count }) => count > 0)
    .map(({ code, count }) => ({ code, projects: count, isAtLeast: open.length > mayBeRest && rest > 0 }));
  const others = { code: null, projects: total - sumOf(tallies), isAtLeast: false };
  return (others.projects > 0 ? [others, ...counts] : counts).map((count) => ({
    outcome,
    ...count,
  }));
}

function sumOf(tallies: readonly Tally[]): number {
  return tallies.reduce((sum, { count }) => sum + count, 0);
}

async function countPage(
  client: Client,
  id: string,
  outcome: OutcomeKind,
  open: readonly Tally[],
  first: number,
): Promise<void> {
  const page = pageOf(z.object({ projectId: z.string() }));
  const schema = z.object({ securityScanProfileOperation: z.record(z.string(), page).nullable() });
  const cursors = open.map((_, index) => `$after${index}: String`).join(', ');
  const fields = open.map(
    ({ code }, index) =>
      `c${index}: results(outcome: ${outcome}, code: ${code}, first: ${first}, after: $after${index}) {
        nodes { projectId } pageInfo { hasNextPage endCursor }
      }`,
  );
  const query = `query ($id: ID!, ${cursors}) { securityScanProfileOperation(id: $id) { ${fields.join(' ')} } }`;
  const variables = Object.fromEntries(open.map(({ after }, index) => [`after${index}`, after]));
  const { securityScanProfileOperation } = await client.read(schema, query, { id, ...variables });
  const pages = securityScanProfileOperation ?? refuseAbsent(id);
  for (const [index, tally] of open.entries()) {
    const { nodes = [], pageInfo } = pages[`c${index}`] ?? {};
    tally.count += nodes.length;
    tally.after = pageInfo?.endCursor ?? tally.after;
    tally.isWhole = pageInfo?.hasNextPage !== true;
  }
}

export const OUTCOME_TEXT: Columns<OutcomeCount> = {
  Outcome: ({ outcome }) => outcome,
  Code: ({ code }) => code,
  Projects: ({ projects, isAtLeast }) => (isAtLeast ? `${countText(projects)} or more` : projects),
};
