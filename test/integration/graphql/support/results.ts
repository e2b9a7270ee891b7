import { expect } from 'vitest';
import * as z from 'zod';
import { packEffects } from '../../../../shared/domain/effect.ts';
import { NO_TOTALS, type Operation, type Totals } from '../../../../shared/domain/operation.ts';
import type { Exceptions } from '../../../../shared/domain/outcome.ts';
import { createOperation } from '../../../../shared/storage/operations.ts';
import { recordPage } from '../../../../shared/storage/page-records.ts';
import { transact } from '../../../../shared/storage/write.ts';
import type { TestApi } from '../../../support/graphql-api.ts';

const FIELDS = `nodes { projectId project { fullPath } outcome code message retryable before { id } after { id } }
  edges { cursor node { projectId } } pageInfo { hasNextPage endCursor }`;

export const RESULTS = `query (
  $id: ID!, $outcome: SecurityScanProfileOutcome, $code: SecurityScanProfileOutcomeCode, $first: Int, $after: String
) {
  operation: securityScanProfileOperation(id: $id) {
    results(outcome: $outcome, code: $code, first: $first, after: $after) { ${FIELDS} }
  }
}`;

const profiles = z.array(z.object({ id: z.string() })).transform((list) => list.map(({ id }) => last(id)));

const resultsSchema = z.object({
  nodes: z.array(
    z.object({
      projectId: z.string().transform((id) => Number(last(id))),
      project: z.object({ fullPath: z.string() }).nullable(),
      outcome: z.string(),
      code: z.string().nullable(),
      message: z.string(),
      retryable: z.boolean(),
      before: profiles,
      after: profiles,
    }),
  ),
  edges: z.array(z.object({ cursor: z.string(), node: z.object({ projectId: z.string() }) })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});
export type Results = z.infer<typeof resultsSchema>;

function last(id: string): string {
  return id.split('/').at(-1) ?? '';
}

export interface ResultsAsked {
  readonly user?: string;
  readonly outcome?: string | null;
  readonly code?: string | null;
  readonly first?: number;
  readonly after?: string | null;
}

export async function resultsOf(
  api: TestApi,
  id: string,
  { user = 'owner', ...asked }: ResultsAsked = {},
): Promise<Results> {
  const answer = await api.ask(RESULTS, { user, variables: { id, ...asked } });
  expect(answer.errors).toEqual([]);
  return z.object({ operation: z.object({ results: resultsSchema }) }).parse(answer.data).operation.results;
}

/** All results, page by page, and how many pages it took. */
export async function allResults(
  api: TestApi,
  id: string,
  asked: ResultsAsked = {},
): Promise<{ readonly nodes: Results['nodes']; readonly pages: number }> {
  const nodes: Results['nodes'] = [];
  let after: string | null = null;
  let pages = 0;
  do {
    const page: Results = await resultsOf(api, id, { ...asked, after });
    expect(page.edges.map(({ node }) => last(node.projectId))).toEqual(
      page.nodes.map(({ projectId }) => String(projectId)),
    );
    expect(page.pageInfo.hasNextPage && page.pageInfo.endCursor === null).toBe(false);
    nodes.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    pages += 1;
  } while (after !== null);
  return { nodes, pages };
}

export interface RecordedPage {
  readonly pageId: string;
  readonly projectIds: readonly number[];
  readonly exceptions: Exceptions;
}

/** An operation of root 1 that has ended, with these records, straight in the table. Answers its id. */
export async function recorded(
  { env }: TestApi,
  pages: readonly RecordedPage[],
  totals: Totals,
  header: Partial<Operation> = {},
): Promise<string> {
  const now = env.clock.now();
  const id = env.newId();
  const operation: Operation = {
    id,
    rootId: 1,
    sequence: 1,
    change: { kind: 'DETACH', profileId: 1, scanType: 'SAST' },
    actor: 'owner',
    status: 'SUCCEEDED',
    createdAt: now,
    projectIds: [],
    groupIds: [1],
    pagesKnown: pages.length,
    pagesDone: pages.length,
    handOvers: 0,
    ...header,
    totals: { ...NO_TOTALS, ...totals },
  };
  await transact(env.table, createOperation(operation));
  for (const { pageId, projectIds, exceptions } of pages) {
    const results = { exceptions, effects: packEffects(new Map()) };
    await transact(env.table, recordPage(id, pageId, { projectIds, isPlanned: false }, results, now));
  }
  return id;
}
