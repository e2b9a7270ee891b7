import type { Change, Counterpart } from '../../domain/operation.ts';
import type { Profile } from '../../domain/profile.ts';
import { removalsIn } from '../../domain/removals.ts';
import { findTemplate } from '../../domain/scan-types/templates.ts';
import type { Environment } from '../../environment/environment.ts';
import { readOperation } from '../../storage/operations.ts';
import { listAllPages } from '../../storage/page-records.ts';
import { getProfiles } from '../../storage/profiles.ts';
import { findCopy, findOrCreateCopy } from './copied-profile.ts';
import { findOrCreateRecommended, findRecommended } from './recommended-profile.ts';

type Env = Pick<Environment, 'table' | 'clock' | 'random' | 'log'>;

interface Adoption {
  /** The re-home operation. */
  readonly of: string;
  /** The root that adopts. */
  readonly rootId: number;
  readonly dryRun: boolean;
}

/**
 * The change that makes good what a re-home took away: for every profile that lapsed the one of the new root that stands
 * for it, made if there is none. A dry run makes none: what is not there yet has the negative id of what it stands for.
 */
export async function adoption(
  env: Env,
  { of, rootId, dryRun }: Adoption,
): Promise<Extract<Change, { kind: 'ADOPT' }>> {
  const operation = await readOperation(env.table, of);
  if (operation === undefined) throw new Error(`there is no operation ${of}`);
  const pages = await listAllPages(env.table, of);
  const lapsed = new Set([...removalsIn(pages.map(({ effects }) => effects)).values()].flat());
  const profiles = await getProfiles(env.table, operation.rootId, [...lapsed]);
  const counterparts: Record<string, Counterpart> = {};
  for (const profile of profiles.values()) {
    if (profile.status !== 'ACTIVE') continue;
    const counterpart = await counterpartOf(env, rootId, profile, dryRun);
    if (counterpart?.status === 'DELETING' || counterpart?.status === 'DELETED') continue;
    counterparts[profile.id] = { profileId: counterpart?.id ?? -profile.id, scanType: profile.scanType };
  }
  return { kind: 'ADOPT', of, profiles: counterparts };
}

/** Recommended profiles have a counterpart in every root; others are copied. */
async function counterpartOf(
  env: Env,
  rootId: number,
  profile: Profile,
  dryRun: boolean,
): Promise<Profile | undefined> {
  const template = profile.templateKey === undefined ? undefined : findTemplate(profile.templateKey);
  if (template)
    return dryRun ? findRecommended(env, rootId, template) : findOrCreateRecommended(env, rootId, template);
  return dryRun ? findCopy(env, rootId, profile) : findOrCreateCopy(env, rootId, profile);
}
