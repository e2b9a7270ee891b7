import { findByPath } from '../../../shared/tree/find-by-path.ts';
import { fullPathOf } from '../../../shared/tree/locate.ts';
import type { GroupResolvers, QueryResolvers } from '../generated/resolver-types.ts';
import { globalId } from '../scalars/global-id.ts';
import { availableProfiles } from './available-profiles.ts';
import { projectsOf, subgroupsOf } from './children.ts';
import { coverageOf } from './coverage.ts';
import { operationsOf } from './operation-log.ts';
import { userPermissions } from './permissions.ts';

export const groupQueries: Required<Pick<QueryResolvers, 'group'>> = {
  async group(_parent, { fullPath }, { environment, loaders }) {
    const found = await findByPath(environment.table, 'group', fullPath);
    return (found && (await loaders.group(found.id))) ?? null;
  },
};

export const group: Required<GroupResolvers> = {
  id: ({ node }) => globalId('Group', node.id),
  name: ({ node }) => node.name,
  path: ({ node }) => node.slug,
  fullPath: fullPathOf,
  parent: async ({ node }, _args, { loaders }) =>
    (node.parentId === null ? undefined : await loaders.group(node.parentId)) ?? null,
  rootAncestor: async ({ root }, _args, { loaders }) => (await loaders.group(root.id)) ?? null,
  subgroups: subgroupsOf,
  projects: projectsOf,
  availableSecurityScanProfiles: availableProfiles,
  securityScanProfileCoverage: coverageOf,
  securityScanProfileOperations: operationsOf,
  userPermissions,
};
