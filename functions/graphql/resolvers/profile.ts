import { abilities } from '../../../shared/domain/access.ts';
import { findTemplate } from '../../../shared/domain/scan-types.ts';
import type { RequestContext } from '../context.ts';
import { noAccess } from '../errors/refusals.ts';
import type { QueryResolvers, ScanProfileTypeResolvers } from '../generated/resolver-types.ts';
import type { ProfileParent, ProfileReference } from '../parents.ts';
import { isRecommended } from './available-profiles.ts';

export const profileQueries: Required<Pick<QueryResolvers, 'securityScanProfile'>> = {
  async securityScanProfile(_parent, { id }, context) {
    const profile = await findProfile(id, context);
    if (!profile) throw noAccess();
    return profile;
  },
};

export const profile: Required<ScanProfileTypeResolvers> = {
  id: (parent) => ('key' in parent ? { template: parent.key } : { id: parent.id }),
  name: (parent) => parent.name,
  description: (parent) => parent.description,
  scanType: (parent) => parent.scanType,
  gitlabRecommended: isRecommended,
  createdAt: (parent) => ('key' in parent ? null : parent.createdAt),
  updatedAt: (parent) => ('key' in parent ? null : parent.updatedAt),
  triggers: (parent) => parent.triggers,
};

/** Undefined where there is no such profile, and where the caller may not read it. */
async function findProfile(
  reference: ProfileReference,
  { loaders }: Pick<RequestContext, 'loaders'>,
): Promise<ProfileParent | undefined> {
  if ('template' in reference) return findTemplate(reference.template);
  const rootId = await loaders.rootOfProfile(reference.id);
  const root = rootId === undefined ? undefined : await loaders.group(rootId);
  // The profiles of a root that has become a subgroup are hidden until it is a root again.
  if (root?.node.parentId !== null || !abilities(root.levels).has('read_security_profiles')) return undefined;
  const [found] = await loaders.activeProfiles(root.node.id, [reference.id]);
  return found;
}
