import { permissionsOf } from '../../domain/access.ts';
import { type Profile, versionOf } from '../../domain/profile.ts';
import { checkProfile, problemText, type TriggerInput } from '../../domain/profile-input.ts';
import type { ScanType } from '../../domain/scan-types/scan-types.ts';
import type { Environment } from '../../environment/environment.ts';
import { findProfileId, listProfiles, readProfileCounter } from '../../storage/profiles.ts';
import { locateVisible, soughtRoot } from '../../tree/locate.ts';
import { untilWritten } from '../retry.ts';
import { configuredProfile, digestsOf } from './configured.ts';
import { recordEdit } from './record-edit.ts';
import { type Edited, type EditRefusal, invalid, nameTaken, tooMany } from './refusals.ts';

export interface CreateRequest {
  /** User id of the caller. */
  readonly actor: string;
  /** Id of the group to which it is to belong. */
  readonly namespaceId: number;
  readonly scanType: ScanType;
  readonly name: string;
  readonly description: string;
  readonly triggers: readonly TriggerInput[];
  readonly stripDefaults: boolean;
}

/** Lists of a root's profiles have no pages. Two at once may pass it by one: it keeps lists short, no more. */
const MAXIMUM_PROFILES_OF_ROOT = 200;

/** Makes a profile of a top-level group. */
export async function createProfile(
  env: Environment,
  { actor, namespaceId, scanType, ...input }: CreateRequest,
): Promise<EditRefusal | { readonly result: 'NOT_A_ROOT' } | Edited> {
  const group = await locateVisible(env, soughtRoot(namespaceId), actor);
  if (!group) return { result: 'DENIED' };
  if (group.root.id !== namespaceId) return { result: 'NOT_A_ROOT' };
  if (!permissionsOf(group).create) return { result: 'DENIED' };
  const checked = checkProfile(scanType, input);
  const { problems, name = '', description = '', triggers = [], configurations } = checked;
  if (problems.length > 0) return invalid(...problems.map(problemText));
  return untilWritten(env, 'making a profile', async (): Promise<EditRefusal | Edited | undefined> => {
    if ((await findProfileId(env.table, namespaceId, scanType, name)) !== undefined)
      return invalid(nameTaken(name, scanType));
    const present = await listProfiles(env.table, namespaceId);
    if (present.filter(({ status }) => status === 'ACTIVE').length >= MAXIMUM_PROFILES_OF_ROOT)
      return invalid(tooMany(MAXIMUM_PROFILES_OF_ROOT));
    const now = env.clock.now();
    const profile: Profile = {
      id: (await readProfileCounter(env.table)) + 1,
      rootId: namespaceId,
      scanType,
      name,
      description,
      triggers,
      configurationDigests: digestsOf(configurations),
      lockVersion: 1,
      status: 'ACTIVE',
      createdAt: now,
      updatedAt: now,
    };
    const recorded = await recordEdit(env, {
      rootId: namespaceId,
      actor,
      change: { kind: 'CREATE_PROFILE', profileId: profile.id, scanType, after: versionOf(profile) },
      pieces: configuredProfile(profile, configurations),
    });
    if (recorded.result === 'REFUSED') return undefined;
    env.log.info('profile made', { rootId: namespaceId, profileId: profile.id });
    return { result: 'DONE', profile, operation: recorded.operation };
  });
}
