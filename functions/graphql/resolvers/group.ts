import { findByPath } from '../../../shared/tree/find-by-path.ts';
import { chainAbove, fullPathOf } from '../../../shared/tree/locate.ts';
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
    return (found && (await loaders.group(found.id, found.chain))) ?? null;
  },
};

export const group: Required<GroupResolvers> = {
  id: ({ node }) => globalId('Group', node.id),
  name: ({ node }) => node.name,
  path: ({ node }) => node.slug,
  fullPath: fullPathOf,
  parent: async (located, _args, { loaders }) => {
    const { parentId } = located.node;
    if (parentId === null) return null;
    return (await loaders.group(parentId, chainAbove(located, parentId))) ?? null;
  },
  rootAncestor: async ({ root }, _args, { loaders }) => (await loaders.group(root.id, [])) ?? null,
  subgroups: subgroupsOf,
  projects: projectsOf,
  availableSecurityScanProfiles: availableProfiles,
  securityScanProfileCoverage: coverageOf,
  securityScanProfileOperations: operationsOf,
  userPermissions,
};
