import { type Permissions, permissionsOf } from '../../domain/access.ts';
import { groupRef, nodeKey } from '../../domain/node.ts';
import type { Operation } from '../../domain/operation.ts';
import type { Profile } from '../../domain/profile.ts';
import type { Environment } from '../../environment/environment.ts';
import { getProfiles, rootOfProfile } from '../../storage/profiles.ts';
import { isVisible, locate } from '../../tree/locate.ts';

/** Why an edit is not made: `errors` says everything that is wrong with it, a line each. */
export type EditRefusal =
  { readonly result: 'DENIED' } | { readonly result: 'INVALID'; readonly errors: readonly string[] };

/** `operation` records the edit; undefined where there was nothing to change. */
export interface Edited {
  readonly result: 'DONE';
  readonly profile: Profile;
  readonly operation: Operation | undefined;
}

export function invalid(...errors: string[]): EditRefusal {
  return { result: 'INVALID', errors };
}

/**
 * A profile, if it is ACTIVE and its root is a root, and the caller may do that with it there. One that is absent, deleted
 * or foreign is the same.
 */
export async function findPermittedProfile(
  env: Pick<Environment, 'table' | 'log'>,
  {
    id,
    actor,
    permission,
  }: { readonly id: number; readonly actor: string; readonly permission: keyof Permissions },
): Promise<Profile | undefined> {
  const rootId = await rootOfProfile(env.table, id);
  if (rootId === undefined) return undefined;
  const ref = groupRef(rootId);
  const root = (await locate(env, [ref], actor)).get(nodeKey(ref));
  if (!isVisible(root) || root.root.id !== rootId || !permissionsOf(root)[permission]) return undefined;
  const profile = (await getProfiles(env.table, rootId, [id])).get(id);
  return profile?.status === 'ACTIVE' ? profile : undefined;
}

export const RECOMMENDED =
  'Recommended scan profiles can be neither changed nor deleted: create one of your own';

export const OVERTAKEN =
  'The scan profile was changed by somebody else in the meantime: read it again and repeat the update';
