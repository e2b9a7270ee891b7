import type { Change, Operation } from '../../domain/operation.ts';
import { type ProfileReference, versionOf } from '../../domain/profile.ts';
import type { Environment } from '../../environment/environment.ts';
import { expireConfiguration } from '../../storage/configurations.ts';
import { beginDeletion } from '../../storage/profiles.ts';
import { expectedOf, listRecent } from '../expected.ts';
import { type Launched, launchWith } from '../launch.ts';
import { untilWritten } from '../retry.ts';
import { findPermittedProfile } from './permitted-profile.ts';
import { type EditRefusal, invalid, CHANGED_SINCE_READ, RECOMMENDED } from './refusals.ts';

export interface DeleteRequest {
  /** User id of the caller. */
  readonly actor: string;
  readonly id: ProfileReference;
  /** Only finds out from how many projects it would be taken. */
  readonly dryRun: boolean;
  /** The version that the caller has seen: another one is not deleted. */
  readonly lockVersion?: number | undefined;
}

export type Deleted =
  | EditRefusal
  | Extract<Launched, { result: 'TOO_MANY_OPERATIONS' }>
  | { readonly result: 'DONE'; readonly profileId: number; readonly operation: Operation };

/**
 * Deletes a profile: with the acceptance it is out of everybody's sight, then it is taken from the projects of its whole
 * root, and at the end of that it is gone.
 */
export async function deleteProfile(
  env: Environment,
  { actor, id, dryRun, lockVersion }: DeleteRequest,
): Promise<Deleted> {
  if ('template' in id) return invalid(RECOMMENDED);
  return untilWritten(env, 'deleting a profile', async (): Promise<Deleted | undefined> => {
    const profile = await findPermittedProfile(env, { id: id.id, actor, permission: 'delete' });
    if (!profile) return { result: 'DENIED' };
    if (profile.templateKey !== undefined) return invalid(RECOMMENDED);
    if (lockVersion !== undefined && lockVersion !== profile.lockVersion) return invalid(CHANGED_SINCE_READ);
    const { rootId, scanType, configurationDigests } = profile;
    const target = { projectIds: [], groupIds: [rootId] };
    const change: Change = {
      kind: 'DELETE_PROFILE',
      profileId: profile.id,
      scanType,
      before: versionOf(profile),
    };
    const digests = [...new Set(Object.values(configurationDigests))];
    const expiry = digests.map((digest) =>
      expireConfiguration({ profileId: profile.id, digest }, env.clock.now()),
    );
    const launched = await launchWith(
      env,
      {
        id: env.newId(),
        rootId,
        change,
        actor,
        ...target,
        dryRun: dryRun || undefined,
        expectedProjects: await expectedOf(env.table, await listRecent(env.table, rootId), target),
      },
      { besides: dryRun ? [] : [...beginDeletion(profile), ...expiry] },
    );
    switch (launched.result) {
      case 'OVERTAKEN':
        // It was changed, or deleted, since it was read.
        return undefined;
      case 'IDEMPOTENCY_CONFLICT':
        throw new Error('a deletion has no idempotency key');
      case 'TOO_MANY_OPERATIONS':
        return launched;
      case 'ACCEPTED':
      case 'EXISTING':
        return { result: 'DONE', profileId: profile.id, operation: launched.operation };
    }
  });
}
