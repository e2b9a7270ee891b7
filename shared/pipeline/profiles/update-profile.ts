import { isDeepStrictEqual } from 'node:util';
import { type Profile, type ProfileReference, type ProfileVersion, versionOf } from '../../domain/profile.ts';
import { checkProfile, problemText, type ProfileInput } from '../../domain/profile-input.ts';
import type { Environment } from '../../environment/environment.ts';
import { expireConfiguration } from '../../storage/configurations.ts';
import { editProfile } from '../../storage/profiles.ts';
import type { Piece } from '../../storage/write.ts';
import { type Configurations, digestsOf, putConfigurations } from './configured.ts';
import { findPermittedProfile } from './permitted-profile.ts';
import { recordEdit } from './record-edit.ts';
import { type Edited, type EditRefusal, invalid, nameTaken, OVERTAKEN, RECOMMENDED } from './refusals.ts';

export interface UpdateRequest extends ProfileInput {
  /** User id of the caller. */
  readonly actor: string;
  readonly id: ProfileReference;
  /** The version that the caller has seen: another one is not overwritten. */
  readonly lockVersion?: number | undefined;
}

/**
 * Changes a profile, for all projects that have it at once. Of two edits of one version one wins, and the other is told.
 */
export async function updateProfile(
  env: Environment,
  { actor, id, lockVersion, ...input }: UpdateRequest,
): Promise<EditRefusal | Edited> {
  if ('template' in id) return invalid(RECOMMENDED);
  const profile = await findPermittedProfile(env, { id: id.id, actor, permission: 'update' });
  if (!profile) return { result: 'DENIED' };
  if (profile.templateKey !== undefined) return invalid(RECOMMENDED);
  if (lockVersion !== undefined && lockVersion !== profile.lockVersion) return invalid(OVERTAKEN);
  const { problems, name, description, triggers, configurations } = checkProfile(profile.scanType, input);
  if (problems.length > 0) return invalid(...problems.map(problemText));
  const after: Profile = {
    ...profile,
    name: name ?? profile.name,
    description: description ?? profile.description,
    ...(triggers ? { triggers, configurationDigests: digestsOf(configurations) } : {}),
    lockVersion: profile.lockVersion + 1,
    updatedAt: env.clock.now(),
  };
  if (isSame(versionOf(profile), versionOf(after))) return { result: 'DONE', profile, operation: undefined };
  const { rootId, scanType } = profile;
  const recorded = await recordEdit(env, {
    rootId,
    actor,
    change: {
      kind: 'UPDATE_PROFILE',
      profileId: profile.id,
      scanType,
      before: versionOf(profile),
      after: versionOf(after),
    },
    pieces: [...editProfile(profile, after), ...configurationPieces(profile, after, configurations)],
  });
  if (recorded.result === 'WRITTEN') {
    env.log.info('profile changed', { rootId, profileId: profile.id, lockVersion: after.lockVersion });
    return { result: 'DONE', profile: after, operation: recorded.operation };
  }
  const isTaken = recorded.by.includes('name') && !recorded.by.includes('profile');
  return invalid(isTaken ? nameTaken(after.name, scanType) : OVERTAKEN);
}

function isSame(before: ProfileVersion, after: ProfileVersion): boolean {
  return isDeepStrictEqual({ ...before, lockVersion: 0 }, { ...after, lockVersion: 0 });
}

/** Keeps what is set now, and what was set for as long as the log shows it. */
function configurationPieces(
  before: Profile,
  after: Profile,
  configurations: Configurations,
): readonly Piece[] {
  const { id: profileId, updatedAt } = after;
  const now = new Set(Object.values(after.configurationDigests));
  const past = new Set(Object.values(before.configurationDigests).filter((digest) => !now.has(digest)));
  return [
    ...(after.triggers === before.triggers ? [] : putConfigurations(profileId, configurations)),
    ...[...past].map((digest) => expireConfiguration({ profileId, digest }, updatedAt)),
  ];
}
