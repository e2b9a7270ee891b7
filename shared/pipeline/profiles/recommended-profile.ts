import type { Profile } from '../../domain/profile.ts';
import type { Template } from '../../domain/scan-types/templates.ts';
import type { Environment } from '../../environment/environment.ts';
import { findProfileId, getProfiles, readProfileCounter } from '../../storage/profiles.ts';
import { transact } from '../../storage/write.ts';
import { untilWritten } from '../retry.ts';
import { configuredProfile, digestsOf } from './configured.ts';

/** The root's recommended profile of a template, if it was made already. */
export async function findRecommended(
  { table }: Pick<Environment, 'table'>,
  rootId: number,
  template: Template,
): Promise<Profile | undefined> {
  const id = await findProfileId(table, rootId, template.scanType, template.name);
  return id === undefined ? undefined : (await getProfiles(table, rootId, [id])).get(id);
}

/**
 * The root's recommended profile of a template, made with its triggers in one transaction if there is none: exactly
 * once, however many callers race, since all of them want the same name.
 */
export async function findOrCreateRecommended(
  env: Pick<Environment, 'table' | 'clock' | 'random' | 'log'>,
  rootId: number,
  template: Template,
): Promise<Profile> {
  const { overrides = {} } = template;
  return untilWritten(env, 'making a recommended profile', async () => {
    const found = await findRecommended(env, rootId, template);
    if (found) return found;
    const now = env.clock.now();
    const created: Profile = {
      id: (await readProfileCounter(env.table)) + 1,
      rootId,
      scanType: template.scanType,
      templateKey: template.key,
      name: template.name,
      description: template.description,
      triggers: template.triggers,
      configurationDigests: digestsOf(overrides),
      lockVersion: 1,
      status: 'ACTIVE',
      createdAt: now,
      updatedAt: now,
    };
    const { result } = await transact(env.table, configuredProfile(created, overrides));
    if (result === 'REFUSED') return undefined;
    env.log.info('recommended profile made', { rootId, profileId: created.id, template: template.key });
    return created;
  });
}
