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
  /** Waits for the end of an operation. */
  readonly untilEnd: (operationId: string) => Promise<void>;
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
  const deletions: string[] = [];
  for (const change of changes) {
    const result: Result =
      isOver || run.signal.aborted ? { result: 'NOT_TRIED' } : await attempt(run, change, deletions);
    yield { change, result };
    if (change.action === 'DELETE' && result.result === 'DONE' && result.operation)
      deletions.push(result.operation.id);
    isOver ||= 'code' in result && FINAL.has(result.code);
  }
}

/** `deletions`: operations of this run that may still be going on, the oldest first. */
async function attempt(run: Run, change: ProfileChange, deletions: string[]): Promise<Result> {
  try {
    return await make(run, change, deletions);
  } catch (error) {
    if (error instanceof Interruption) return { result: 'UNKNOWN', errors: ['Interrupted'] };
    if (run.signal.aborted) return { result: 'NOT_TRIED' };
    if (!(error instanceof DeploymentRefusal)) throw error;
    const { message, code, unanswered } = error.fault;
    return { result: unanswered ? 'UNKNOWN' : 'REFUSED', errors: message.split('\n'), code };
  }
}

async function make(run: Run, change: ProfileChange, deletions: string[]): Promise<Result> {
  switch (change.action) {
    case 'CREATE':
      return resultOf(await createProfile(run.client, run.group.id, change.profile));
    case 'UPDATE':
      return resultOf(await updateProfile(run.client, change.stored, change.profile, change.fields));
    case 'DELETE':
      return remove(run, change.stored, deletions);
  }
}

async function remove(run: Run, stored: StoredProfile, deletions: string[]): Promise<Result> {
  try {
    const { errors, operation } = await deleteProfile(run.client, stored, false);
    if (!operation) return { result: 'REFUSED', errors };
    return { result: 'DONE', id: stored.id, lockVersion: null, operation };
  } catch (error) {
    const isCrowded = error instanceof DeploymentRefusal && error.fault.code === 'TOO_MANY_OPERATIONS';
    const oldest = isCrowded ? deletions.shift() : undefined;
    if (oldest === undefined) throw error;
    // A top-level group has only so many operations at once: there is room when one of ours has ended.
    await run.untilEnd(oldest);
    return remove(run, stored, deletions);
  }
}

function resultOf({ scanProfile, errors, operation }: Edited): Result {
  return scanProfile ? { result: 'DONE', ...scanProfile, operation } : { result: 'REFUSED', errors };
}
