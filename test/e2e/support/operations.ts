import { expect } from 'vitest';
import * as z from 'zod';
import type { Answer, StackClient } from './client.ts';
import { eventually } from './eventually.ts';

const link = z.object({ id: z.string() }).nullable();

const operation = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.string(),
  dryRun: z.boolean(),
  stopReason: z.string().nullable(),
  expectedProjects: z.number().nullable(),
  totals: z.object({
    projects: z.number(),
    applied: z.number(),
    unchanged: z.number(),
    skipped: z.number(),
    failed: z.number(),
  }),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  undoOf: link,
  retryOf: link,
  previewOf: link,
  adoptOf: link,
});
export type OperationDetails = z.infer<typeof operation>;

const OPERATION = `id kind status dryRun stopReason expectedProjects createdAt finishedAt
  totals { projects applied unchanged skipped failed }
  undoOf { id } retryOf { id } previewOf { id } adoptOf { id }`;

const result = z.object({
  project: z.object({ fullPath: z.string() }).nullable(),
  outcome: z.string(),
  code: z.string().nullable(),
  message: z.string(),
  retryable: z.boolean(),
  before: z.array(z.object({ scanType: z.string() })),
  after: z.array(z.object({ scanType: z.string() })),
});
export type ResultView = z.infer<typeof result>;

/** The mutations that make or stop an operation, with the types of their inputs. */
const MUTATIONS = {
  attachSecurityScanProfile: 'AttachSecurityScanProfileInput',
  detachSecurityScanProfile: 'DetachSecurityScanProfileInput',
  applySecurityScanProfileOperation: 'ApplySecurityScanProfileOperationInput',
  retrySecurityScanProfileOperation: 'RetrySecurityScanProfileOperationInput',
  undoSecurityScanProfileOperation: 'UndoSecurityScanProfileOperationInput',
  cancelSecurityScanProfileOperation: 'CancelSecurityScanProfileOperationInput',
  adoptSecurityScanProfiles: 'AdoptSecurityScanProfilesInput',
} as const;
export type MutationName = keyof typeof MUTATIONS;

/** What a user does with operations. */
export interface Operations {
  /** The whole answer, whatever it says. */
  send(name: MutationName, input: Record<string, unknown>): Promise<Answer>;
  /** The operation that came of it. Fails on any error. */
  start(name: MutationName, input: Record<string, unknown>): Promise<OperationDetails>;
  /** The same, at its end. */
  run(name: MutationName, input: Record<string, unknown>): Promise<OperationDetails>;
  show(id: string): Promise<OperationDetails>;
  ended(id: string): Promise<OperationDetails>;
  /** All of them, page by page. */
  results(id: string, filter?: Record<string, unknown>): Promise<readonly ResultView[]>;
  /** Data of any other query. Fails on any error. */
  ask<T>(schema: z.ZodType<T>, query: string, variables?: Record<string, unknown>): Promise<T>;
}

export function operationsOf(stack: StackClient, user: string): Operations {
  const ask: Operations['ask'] = async (schema, query, variables = {}) => {
    const { data, errors } = await stack.graphql(user, query, variables);
    expect(errors).toEqual([]);
    return schema.parse(data);
  };
  const mutation = (name: MutationName): string =>
    `mutation ($input: ${MUTATIONS[name]}!) { done: ${name}(input: $input) { errors operation { ${OPERATION} } } }`;
  const start: Operations['start'] = async (name, input) => {
    const payload = z.object({ done: z.object({ errors: z.array(z.string()), operation }) });
    return (await ask(payload, mutation(name), { input })).done.operation;
  };
  const show: Operations['show'] = async (id) => {
    const query = `query ($id: ID!) { found: securityScanProfileOperation(id: $id) { ${OPERATION} } }`;
    return (await ask(z.object({ found: operation }), query, { id })).found;
  };
  const ended: Operations['ended'] = async (id) =>
    eventually(async () => {
      const found = await show(id);
      expect(['PENDING', 'RUNNING', 'CANCELLING']).not.toContain(found.status);
      return found;
    }, 120_000);
  return {
    ask,
    start,
    show,
    ended,
    send: async (name, input) => stack.graphql(user, mutation(name), { input }),
    run: async (name, input) => ended((await start(name, input)).id),
    async results(id, filter = {}) {
      const page = z.object({
        found: z.object({
          results: z.object({
            nodes: z.array(result),
            pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
          }),
        }),
      });
      const query = `query ($id: ID!, $after: String, $outcome: SecurityScanProfileOutcome, $code: SecurityScanProfileOutcomeCode) {
        found: securityScanProfileOperation(id: $id) {
          results(first: 100, after: $after, outcome: $outcome, code: $code) {
            nodes { project { fullPath } outcome code message retryable before { scanType } after { scanType } }
            pageInfo { hasNextPage endCursor }
          }
        }
      }`;
      const found: ResultView[] = [];
      let after: string | null = null;
      for (let more = true; more;) {
        const { results }: z.infer<typeof page>['found'] = (await ask(page, query, { id, after, ...filter }))
          .found;
        found.push(...results.nodes);
        after = results.pageInfo.endCursor;
        more = results.pageInfo.hasNextPage;
      }
      return found;
    },
  };
}

export function groupGid(id: number | undefined): string {
  return `gid://gitlab/Group/${id}`;
}

export function projectGid(id: number | undefined): string {
  return `gid://gitlab/Project/${id}`;
}

export function profileGid(id: number | string): string {
  return `gid://gitlab/Security::ScanProfile/${id}`;
}
