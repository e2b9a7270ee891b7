import { findByPath } from '../../../shared/tree/find-by-path.ts';
import { chainAbove, fullPathOf } from '../../../shared/tree/locate.ts';
import type { ProjectResolvers, QueryResolvers } from '../generated/resolver-types.ts';
import { globalId } from '../scalars/global-id.ts';
import { attachedProfiles } from './attached-profiles.ts';
import { attachmentsOf } from './attachments.ts';
import { userPermissions } from './permissions.ts';
import { scanStatusesOf } from './scan-status.ts';

export const projectQueries: Required<Pick<QueryResolvers, 'project'>> = {
  async project(_parent, { fullPath }, { environment, loaders }) {
    const found = await findByPath(environment.table, 'project', fullPath);
    return (found && (await loaders.project(found.id, found.chain))) ?? null;
  },
};

export const project: Required<ProjectResolvers> = {
  id: ({ node }) => globalId('Project', node.id),
  name: ({ node }) => node.name,
  path: ({ node }) => node.slug,
  fullPath: fullPathOf,
  group: async (located, _args, { loaders }) => {
    const { parentId } = located.node;
    return (await loaders.group(parentId, chainAbove(located, parentId))) ?? null;
  },
  attachedSecurityScanProfiles: attachedProfiles,
  securityScanProfiles: attachedProfiles,
  securityScanProfileAttachments: attachmentsOf,
  scanProfileStatuses: scanStatusesOf,
  userPermissions,
};
