import { permissionsOf } from '../../../shared/domain/access.ts';
import { findTemplate } from '../../../shared/domain/scan-types/templates.ts';
import { type Located, soughtRoot } from '../../../shared/tree/locate.ts';
import { configuration, triggerSettings } from '../configurations/settings.ts';
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
  lockVersion: (parent) => ('key' in parent ? null : parent.lockVersion),
  configuration: async (parent, _args, { loaders }) => configuration(parent, loaders),
  triggerSettings: async (parent, _args, { loaders }) => triggerSettings(parent, loaders),
};

/** Undefined where there is no such profile, and where the caller may not read it. */
async function findProfile(
  reference: ProfileReference,
  { loaders }: Pick<RequestContext, 'loaders'>,
): Promise<ProfileParent | undefined> {
  if ('template' in reference) return findTemplate(reference.template);
  const rootId = await loaders.rootOfProfile(reference.id);
  const mayRead = await mayReadSomewhereIn(rootId, loaders);
  if (rootId === undefined || !mayRead) return undefined;
  const [found] = await loaders.activeProfiles(rootId, [reference.id]);
  return found;
}

/** As many as one batch of the table reads. */
const CHUNK = 100;

/**
 * Whether the caller may read profiles in a group or project of this root: most often in the root itself, else where
 * the caller is a member. The profiles of a root that has become a subgroup are hidden until it is a root again. For a
 * profile that does not exist there is no root: memberships are looked at all the same, so that time does not tell.
 */
async function mayReadSomewhereIn(
  rootId: number | undefined,
  loaders: RequestContext['loaders'],
): Promise<boolean> {
  const isOne = (located: Located): boolean => located.root.id === rootId && permissionsOf(located).read;
  const root = rootId === undefined ? [] : await loaders.located([soughtRoot(rootId)]);
  if (root.some(isOne)) return true;
  const memberships = await loaders.memberships();
  const readable = memberships.filter(
    ({ accessLevel }) =>
      accessLevel !== null && permissionsOf({ levels: [accessLevel], rootLevels: [] }).read,
  );
  for (let start = 0; start < readable.length; start += CHUNK) {
    const chunk = readable.slice(start, start + CHUNK).map(({ ref }) => ref);
    if ((await loaders.located(chunk)).some(isOne)) return true;
  }
  return false;
}
