import type { Profile } from '../../../../shared/domain/profile.ts';
import type { TriggerInput } from '../../../../shared/domain/profile-input.ts';
import { createProfile, type CreateRequest } from '../../../../shared/pipeline/profiles/create-profile.ts';
import type { Edited } from '../../../../shared/pipeline/profiles/refusals.ts';
import { getProfiles } from '../../../../shared/storage/profiles.ts';
import type { World } from '../../../support/world.ts';

export const PROFILE: CreateRequest = {
  actor: 'owner',
  namespaceId: 1,
  scanType: 'SAST',
  name: 'Strict',
  description: '',
  triggers: [{ type: 'DEFAULT_BRANCH_PIPELINE' }],
  stripDefaults: true,
};

export type Answer = Awaited<ReturnType<typeof createProfile>>;

export function done(answer: Answer): Edited {
  if (answer.result !== 'DONE') throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer;
}

/** A profile of root 1, made by its owner. */
export async function made(w: World, more: Partial<CreateRequest> = {}): Promise<Profile> {
  return done(await createProfile(w.env, { ...PROFILE, ...more })).profile;
}

export async function stored(w: World, id: number): Promise<Profile> {
  const profile = (await getProfiles(w.env.table, 1, [id])).get(id);
  if (!profile) throw new Error(`no profile ${id}`);
  return profile;
}

export function sast(trigger: TriggerInput['type'], values: unknown): TriggerInput {
  return { type: trigger, configuration: { member: 'sast', values } };
}
