import * as z from 'zod';
import type { Client } from '../deployment/client.ts';
import { type Page, pageOf } from '../deployment/pages.ts';
import type { Columns } from '../output/column.ts';
import { refuseAbsent } from './read.ts';

const profile = z.object({ id: z.string(), name: z.string() });

const resultSchema = z.object({
  projectId: z.string(),
  project: z.object({ fullPath: z.string() }).nullable(),
  outcome: z.string(),
  code: z.string().nullable(),
  message: z.string(),
  retryable: z.boolean(),
  before: z.array(profile),
  after: z.array(profile),
});

/** What an operation did to one project. */
export type Result = z.infer<typeof resultSchema>;

export interface ResultFilter {
  readonly outcome?: string | undefined;
  readonly code?: string | undefined;
}

/** A page of the results of an operation. */
export async function readResults(
  client: Client,
  id: string,
  filter: ResultFilter,
  page: { readonly first: number; readonly after: string | null },
): Promise<Page<Result>> {
  const operation = z.object({ results: pageOf(resultSchema) });
  const schema = z.object({ securityScanProfileOperation: operation.nullable() });
  const query = `query (
    $id: ID!, $outcome: SecurityScanProfileOutcome, $code: SecurityScanProfileOutcomeCode, $first: Int, $after: String
  ) {
    securityScanProfileOperation(id: $id) {
      results(outcome: $outcome, code: $code, first: $first, after: $after) {
        nodes {
          projectId project { fullPath } outcome code message retryable before { id name } after { id name }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`;
  const { securityScanProfileOperation } = await client.read(schema, query, { id, ...filter, ...page });
  return (securityScanProfileOperation ?? refuseAbsent(id)).results;
}

/** Path of the project, or its id where the caller may not see it or it is gone. */
export function nameOf({ projectId, project }: Pick<Result, 'projectId' | 'project'>): string {
  return project?.fullPath ?? projectId;
}

export const RESULT_TEXT: Columns<Result> = {
  Project: nameOf,
  Outcome: ({ outcome }) => outcome,
  Code: ({ code }) => code,
  Message: ({ message }) => message,
};

export const RESULT_CSV: Columns<Result> = {
  projectId: ({ projectId }) => projectId,
  fullPath: ({ project }) => project?.fullPath ?? null,
  outcome: ({ outcome }) => outcome,
  code: ({ code }) => code,
  message: ({ message }) => message,
  retryable: ({ retryable }) => retryable,
  before: ({ before }) => idsOf(before),
  beforeNames: ({ before }) => namesOf(before),
  after: ({ after }) => idsOf(after),
  afterNames: ({ after }) => namesOf(after),
};

function idsOf(profiles: readonly { readonly id: string }[]): string {
  return profiles.map(({ id }) => id).join(' ');
}

function namesOf(profiles: readonly { readonly name: string }[]): string {
  return profiles.map(({ name }) => name).join('; ');
}
