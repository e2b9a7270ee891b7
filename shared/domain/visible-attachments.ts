import type { Profile } from './profile.ts';
import type { Attachment, ProjectState } from './project-state.ts';

/** A profile on a project that shows it. */
export interface VisibleAttachment {
  readonly profile: Profile;
  readonly attachment: Attachment;
}

/** Ids of the profiles that have to be looked at, to tell what a project shows below this root. */
export function heldUnder(rootId: number, state: Pick<ProjectState, 'rootId' | 'attachments'>): number[] {
  return state.rootId === rootId ? Object.keys(state.attachments).map(Number) : [];
}

/**
 * The attachments that a project shows: those that were made under the root of its present place, of profiles of that
 * root that are ACTIVE, in the order in which they were made. What is stored may lag behind; this does not.
 *
 * @param profiles of that root, by id
 */
export function visibleAttachments(
  rootId: number,
  state: Pick<ProjectState, 'rootId' | 'attachments'>,
  profiles: ReadonlyMap<number, Profile>,
): readonly VisibleAttachment[] {
  const visible = heldUnder(rootId, state).flatMap((id) => {
    const profile = profiles.get(id);
    const attachment = state.attachments[id];
    return profile?.status === 'ACTIVE' && attachment ? [{ profile, attachment }] : [];
  });
  return visible.toSorted((one, other) => one.attachment.seq - other.attachment.seq);
}

/** Tells an attachment from every other of the same profile. One that was undone and put back is the same. */
export function attachmentIdentity({ origin, operationId }: Attachment): string {
  return origin ?? operationId;
}
