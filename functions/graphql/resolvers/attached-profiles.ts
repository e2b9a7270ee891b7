import type { RequestContext } from '../context.ts';
import type { ProfileParent, ProjectParent } from '../parents.ts';
import { attachmentsOf } from './attachments.ts';

/** The profiles that a project shows, in the order in which they were attached. */
export async function attachedProfiles(
  project: ProjectParent,
  args: object,
  context: Pick<RequestContext, 'loaders'>,
): Promise<readonly ProfileParent[]> {
  return (await attachmentsOf(project, args, context)).map(({ profile }) => profile);
}
