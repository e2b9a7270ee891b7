import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Caller } from '../../cli/demo/api.ts';
import type { Totals } from '../../shared/domain/operation.ts';

/** An attach or a detach of the recommended profile of a template, for all that is below a group. */
export interface Request {
  readonly kind: 'ATTACH' | 'DETACH';
  readonly groupId: number;
  readonly template?: string;
  readonly dryRun?: boolean;
}

const operation = z.object({
  id: z.string(),
  status: z.string(),
  createdAt: z.coerce.date(),
  finishedAt: z.coerce.date().nullable(),
  totals: z.object({ applied: z.int(), unchanged: z.int(), skipped: z.int(), failed: z.int() }),
  progress: z.object({ pagesDone: z.int() }),
});

const FIELDS =
  'id status createdAt finishedAt totals { applied unchanged skipped failed } progress { pagesDone }';

/** How an operation ended. */
export interface Ended {
  readonly id: string;
  readonly status: string;
  readonly totals: Totals;
  readonly pages: number;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly to: number;
}

/** Asks for it, and answers the id of the operation. */
export async function begin(owner: Caller, request: Request): Promise<string> {
  const { kind, groupId, template = 'secret_detection', dryRun = false } = request;
  const name = kind === 'ATTACH' ? 'attachSecurityScanProfile' : 'detachSecurityScanProfile';
  const type = kind === 'ATTACH' ? 'AttachSecurityScanProfileInput' : 'DetachSecurityScanProfileInput';
  const schema = z.object({
    done: z.object({ errors: z.array(z.string()).length(0), operation: z.object({ id: z.string() }) }),
  });
  const query = `mutation ($input: ${type}!) { done: ${name}(input: $input) { errors operation { id } } }`;
  const input = {
    securityScanProfileId: `gid://gitlab/Security::ScanProfile/${template}`,
    groupIds: [`gid://gitlab/Group/${groupId}`],
    dryRun,
  };
  return (await owner.ask(schema, query, { input })).done.operation.id;
}

/** Milliseconds between two looks at it. */
const PAUSE = 250;

/** Waits for the end. `onProjects` is told how many projects are decided so far. */
export async function ended(
  owner: Caller,
  id: string,
  onProjects: (projects: number) => void = () => undefined,
): Promise<Ended> {
  const schema = z.object({ found: operation });
  const query = `query ($id: ID!) { found: securityScanProfileOperation(id: $id) { ${FIELDS} } }`;
  for (;;) {
    const { found } = await owner.ask(schema, query, { id });
    const { status, totals, createdAt, finishedAt, progress } = found;
    onProjects(totals.applied + totals.unchanged + totals.skipped + totals.failed);
    if (finishedAt !== null)
      return {
        id,
        status,
        totals,
        pages: progress.pagesDone,
        from: createdAt.getTime(),
        to: finishedAt.getTime(),
      };
    await sleep(PAUSE);
  }
}
