import type { Attachment } from '../../../shared/domain/project-state.ts';
import type { RequestContext } from '../context.ts';
import type { SecurityScanProfileAttachmentResolvers } from '../generated/resolver-types.ts';
import type { AttachmentParent, ProjectParent } from '../parents.ts';
import { readableOperation } from './operation.ts';
import { assertMayReadProfiles } from './permissions.ts';

/**
 * The attachments that a project shows: those that were made under the root that it has now, of profiles of that root
 * that are ACTIVE, in the order in which they were made. What is stored may lag behind; this does not.
 */
export async function visibleAttachments(
  project: ProjectParent,
  _args: object,
  { loaders }: Pick<RequestContext, 'loaders'>,
): Promise<readonly AttachmentParent[]> {
  assertMayReadProfiles(project);
  const { root, node } = project;
  if (node.state.rootId !== root.id) return [];
  const attachments = new Map<number, Attachment>(
    Object.entries(node.state.attachments)
      .toSorted(([, one], [, other]) => one.seq - other.seq)
      .map(([profileId, attachment]) => [Number(profileId), attachment]),
  );
  const profiles = await loaders.activeProfiles(root.id, [...attachments.keys()]);
  return profiles.flatMap((profile) => {
    const attachment = attachments.get(profile.id);
    return attachment ? [{ profile, attachment }] : [];
  });
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
