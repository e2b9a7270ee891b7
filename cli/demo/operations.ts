import * as z from 'zod';
import type { Caller } from './api.ts';
import type { Stage } from './stage.ts';
import { eventually } from './waiting.ts';

const operation = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.string(),
  actor: z.object({ id: z.string() }),
  totals: z.object({
    projects: z.int(),
    applied: z.int(),
    unchanged: z.int(),
    skipped: z.int(),
    failed: z.int(),
  }),
});

export type DemoOperation = z.infer<typeof operation>;

const FIELDS = `id kind status actor { id } totals { projects applied unchanged skipped failed }`;

const TEMPLATE = 'gid://gitlab/Security::ScanProfile/secret_detection';

/** Attaches Secret Detection to groups and projects, by global id. */
export async function attach(
  caller: Caller,
  target: { readonly groupIds?: readonly string[]; readonly projectIds?: readonly string[] },
): Promise<DemoOperation> {
  const schema = z.object({
    attachSecurityScanProfile: z.object({ errors: z.array(z.string()).length(0), operation }),
  });
  const mutation = `mutation ($input: AttachSecurityScanProfileInput!) {
    attachSecurityScanProfile(input: $input) { errors operation { ${FIELDS} } }
  }`;
  const input = { securityScanProfileId: TEMPLATE, groupIds: [], projectIds: [], ...target };
  return (await caller.ask(schema, mutation, { input })).attachSecurityScanProfile.operation;
}

/** An operation as a caller sees it, undefined if not at all. */
export async function operationOf(caller: Caller, id: string): Promise<DemoOperation | undefined> {
  const schema = z.object({ securityScanProfileOperation: operation.nullable() });
  const query = `query ($id: ID!) { securityScanProfileOperation(id: $id) { ${FIELDS} } }`;
  return (await caller.ask(schema, query, { id })).securityScanProfileOperation ?? undefined;
}

/** What an operation removed from the first projects: a line each. */
export async function removalsOf(caller: Caller, id: string): Promise<readonly string[]> {
  const removal = z.object({
    projectId: z.string(),
    project: z.object({ fullPath: z.string() }).nullable(),
    profiles: z.array(z.object({ name: z.string() })),
  });
  const schema = z.object({
    securityScanProfileOperation: z.object({ removals: z.object({ nodes: z.array(removal) }) }),
  });
  const query = `query ($id: ID!) {
    securityScanProfileOperation(id: $id) {
      removals { nodes { projectId project { fullPath } profiles { name } } }
    }
  }`;
  const { removals } = (await caller.ask(schema, query, { id })).securityScanProfileOperation;
  return removals.nodes.map(
    ({ projectId, project, profiles }) =>
      `${profiles.map(({ name }) => name).join(', ')} from ${project?.fullPath ?? projectId}`,
  );
}

/** Seconds that an operation may take. */
const PATIENCE = 180;

/** Watches an operation to its end; `expected` is how many projects it is about. */
export async function watch(
  { bar, signal }: Pick<Stage, 'bar' | 'signal'>,
  caller: Caller,
  id: string,
  expected: number,
): Promise<DemoOperation> {
  const look = async (): Promise<DemoOperation | undefined> => {
    const seen = await operationOf(caller, id);
    bar.show('   projects', seen?.totals.projects ?? 0, expected);
    return seen && !['PENDING', 'RUNNING'].includes(seen.status) ? seen : undefined;
  };
  const ended = await eventually(look, PATIENCE, signal);
  bar.end();
  if (!ended) throw new Error(`the operation ${id} did not end within ${PATIENCE} seconds`);
  return ended;
}

export function totalsText({ status, totals }: DemoOperation): string {
  const { projects, applied, unchanged, skipped, failed } = totals;
  return `${status}: ${projects} project${projects === 1 ? '' : 's'}, ${applied} applied, ${unchanged} unchanged, ${skipped} skipped, ${failed} failed`;
}
