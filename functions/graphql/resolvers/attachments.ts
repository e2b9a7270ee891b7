import { heldUnder, visibleAttachments } from '../../../shared/domain/visible-attachments.ts';
import type { RequestContext } from '../context.ts';
import type { SecurityScanProfileAttachmentResolvers } from '../generated/resolver-types.ts';
import type { AttachmentParent, ProjectParent } from '../parents.ts';
import { readableOperation } from './operation.ts';
import { assertMayReadProfiles } from './permissions.ts';

/** The attachments that a project shows, in the order in which they were made. */
export async function attachmentsOf(
  project: ProjectParent,
  _args: object,
  { loaders }: Pick<RequestContext, 'loaders'>,
): Promise<readonly AttachmentParent[]> {
  assertMayReadProfiles(project);
  const { root, node } = project;
  const profiles = await loaders.activeProfiles(root.id, heldUnder(root.id, node.state));
  return visibleAttachments(root.id, node.state, new Map(profiles.map((each) => [each.id, each])));
}

export const attachment: Required<SecurityScanProfileAttachmentResolvers> = {
  profile: ({ profile }) => profile,
  attachedAt: ({ attachment: { at } }) => at,
  attachedBy: ({ attachment: { by } }) => ({ id: by }),
  operation: async ({ attachment: { operationId } }, _args, { loaders }) =>
    readableOperation(operationId, loaders),
  via: ({ attachment: { group } }) => (group === undefined ? 'DIRECT' : 'GROUP'),
  group: async ({ attachment: { group } }, _args, { loaders }) =>
    (group === undefined ? undefined : await loaders.group(group)) ?? null,
};
