import * as z from 'zod';
import { type Client, DeploymentRefusal } from '../../deployment/client.ts';
import { Interruption } from '../../exit-codes.ts';
import type { ProfileChange, StoredProfile } from '../diff/diff.ts';
import type { ProfileGroup } from '../stored.ts';
import { createProfile, deleteProfile, type Edited, updateProfile } from './mutations.ts';
import type { ChangeResult, Result } from './result.ts';

export interface Run {
  readonly client: Client;
  readonly signal: AbortSignal;
  readonly group: Pick<ProfileGroup, 'id'>;
}

/** Codes of errors after which the next change would fare no better. */
const FINAL: ReadonlySet<string | undefined> = new Set([
  'UNAUTHENTICATED',
  'RATE_LIMITED',
  'SERVICE_UNAVAILABLE',
  'OUTAGE',
  'NOBODY',
  'NOT_GRAPHQL',
  'GRAPHQL_VALIDATION_FAILED',
]);

/** Makes changes one after the other, each told as it is done. One that is refused does not end it; an outage does. */
export async function* applyChanges(
  run: Run,
  changes: readonly ProfileChange[],
): AsyncGenerator<ChangeResult> {
  let isOver = false;
  for (const change of changes) {
    const result: Result =
      isOver || run.signal.aborted ? { result: 'NOT_TRIED' } : await attempt(run, change);
    yield { change, result };
    isOver ||= 'code' in result && FINAL.has(result.code);
  }
}

async function attempt(run: Run, change: ProfileChange): Promise<Result> {
  try {
    return await make(run, change);
  } catch (error) {
    if (error instanceof Interruption) return { result: 'UNKNOWN', errors: ['Interrupted'] };
    if (run.signal.aborted) return { result: 'NOT_TRIED' };
    if (!(error instanceof DeploymentRefusal)) throw error;
    const { message, code, unanswered } = error.fault;
    return { result: unanswered ? 'UNKNOWN' : 'REFUSED', errors: message.split('\n'), code };
  }
}

async function make({ client, group }: Run, change: ProfileChange): Promise<Result> {
  switch (change.action) {
    case 'CREATE':
      return resultOf(await createProfile(client, group.id, change.profile));
    case 'UPDATE':
      return resultOf(await updateProfile(client, change.stored, change.profile, change.fields));
    case 'DELETE': {
      const { stored } = change;
      if ((await readLockVersion(client, stored)) !== stored.lockVersion)
        return { result: 'REFUSED', errors: [OVERTAKEN] };
      const { errors, operation } = await deleteProfile(client, stored.id, false);
      if (!operation) return { result: 'REFUSED', errors };
      return { result: 'DONE', id: stored.id, lockVersion: null, operation };
    }
  }
}

/** A deletion names no version, so it is looked at just before. */
const OVERTAKEN =
  'The scan profile was changed by somebody else in the meantime: run the command again to see how';

async function readLockVersion(client: Client, { id }: StoredProfile): Promise<number | null> {
  const schema = z.object({ securityScanProfile: z.object({ lockVersion: z.int().nullable() }) });
  const query = 'query ($id: SecurityScanProfileID!) { securityScanProfile(id: $id) { lockVersion } }';
  return (await client.read(schema, query, { id })).securityScanProfile.lockVersion;
}

function resultOf({ scanProfile, errors }: Edited): Result {
  return scanProfile ? { result: 'DONE', ...scanProfile } : { result: 'REFUSED', errors };
}
