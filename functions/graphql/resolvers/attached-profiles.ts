import type { RequestContext } from '../context.ts';
import type { ProfileParent, ProjectParent } from '../parents.ts';
import { assertMayReadProfiles } from './permissions.ts';

/**
 * The profiles that a project shows: attachments that were made under the root that it has now, of profiles of that
 * root that are ACTIVE, in the order in which they were made. What is stored may lag behind; this does not.
 */
export async function attachedProfiles(
  project: ProjectParent,
  _args: object,
  { loaders }: Pick<RequestContext, 'loaders'>,
): Promise<readonly ProfileParent[]> {
  assertMayReadProfiles(project);
  const { root, node } = project;
  if (node.state.rootId !== root.id) return [];
  const attachments = Object.entries(node.state.attachments).toSorted(
    ([, one], [, other]) => one.seq - other.seq,
  );
  return loaders.activeProfiles(
    root.id,
    attachments.map(([profileId]) => Number(profileId)),
  );
}
