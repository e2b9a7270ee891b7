import { type Permissions, permissionsOf } from '../../domain/access.ts';
import type { Profile } from '../../domain/profile.ts';
import type { Environment } from '../../environment/environment.ts';
import { getProfiles, rootOfProfile } from '../../storage/profiles.ts';
import { locateVisible, soughtRoot } from '../../tree/locate.ts';

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
  const root = await locateVisible(env, soughtRoot(rootId), actor);
  if (root?.root.id !== rootId || !permissionsOf(root)[permission]) return undefined;
  const profile = (await getProfiles(env.table, rootId, [id])).get(id);
  return profile?.status === 'ACTIVE' ? profile : undefined;
}
