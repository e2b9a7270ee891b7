import { TEMPLATES } from '../../../shared/domain/scan-types/templates.ts';
import type { RequestContext } from '../context.ts';
import type { GroupAvailableSecurityScanProfilesArgs } from '../generated/resolver-types.ts';
import type { GroupParent, ProfileParent } from '../parents.ts';
import { assertMayReadProfiles } from './permissions.ts';

/**
 * The profiles of a group's root, the oldest first, then the templates that no profile was made of there yet. All scan types
 * but triage and remediation have one template at most.
 */
export async function availableProfiles(
  group: GroupParent,
  { type, gitlabRecommended }: Partial<GroupAvailableSecurityScanProfilesArgs>,
  { loaders }: Pick<RequestContext, 'loaders'>,
): Promise<readonly ProfileParent[]> {
  assertMayReadProfiles(group);
  const persisted = await loaders.allActiveProfiles(group.root.id);
  const made = new Set(persisted.map(({ templateKey }) => templateKey));
  const available = [...persisted, ...TEMPLATES.filter(({ key }) => !made.has(key))];
  return available
    .filter(({ scanType }) => scanType === (type ?? scanType))
    .filter((profile) => isRecommended(profile) === (gitlabRecommended ?? isRecommended(profile)));
}

/** A template, or a profile that was made from one. */
export function isRecommended(profile: ProfileParent): boolean {
  return 'key' in profile || profile.templateKey !== undefined;
}
