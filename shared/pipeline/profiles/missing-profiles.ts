import { type Change, NO_PROFILE } from '../../domain/operation.ts';
import { findTemplate } from '../../domain/scan-types/templates.ts';
import type { Environment } from '../../environment/environment.ts';
import { adoption } from './adoption.ts';
import { findOrCreateRecommended } from './recommended-profile.ts';

/** Whether a change names profiles that are still to be made. A detach of one that is not there needs none. */
export function lacksProfiles(change: Change): boolean {
  if (change.kind === 'ATTACH') return change.profileId === NO_PROFILE;
  return change.kind === 'ADOPT' && Object.values(change.profiles).some(({ profileId }) => profileId < 0);
}

/** The change with the profiles that it lacks, made now: when nothing can refuse the operation any more. */
export async function withProfiles(
  env: Pick<Environment, 'table' | 'clock' | 'random' | 'log'>,
  rootId: number,
  change: Change,
): Promise<Change> {
  if (change.kind === 'ADOPT') return adoption(env, { of: change.of, rootId, dryRun: false });
  if (change.kind !== 'ATTACH') return change;
  const { kind, mode, templateKey = '' } = change;
  const template = findTemplate(templateKey);
  if (template === undefined) throw new Error(`there is no template ${templateKey}`);
  const { id, scanType } = await findOrCreateRecommended(env, rootId, template);
  return { kind, mode, profileId: id, scanType };
}
