import type { Change } from '../operation.ts';
import { type Attachment, MAXIMUM_PROFILES, profileOfKey, scanTypeKey } from '../project-state.ts';
import { type Context, type Decision, latest, ownOutcome, type Subject } from './decision.ts';
import { withAttachment, withoutAttachments } from './edits.ts';

type Undo = Extract<Change, { kind: 'UNDO' }>;

/**
 * Takes back what another operation did to the project, profile by profile: an attachment that carries its id goes, one
 * that it took away and nobody has touched since comes back. The rest was changed since and is left; so is what something
 * accepted later has decided. All that comes back comes together, or, where ten would be exceeded, nothing is done.
 */
export function undo(subject: Subject, { of }: Undo, context: Context): Decision {
  const { state } = subject;
  const { sequence, rootId } = context.operation;
  const isLater = (keys: readonly string[]): boolean => latest(state, keys) > sequence;

  const theirs = Object.entries(state.attachments).filter(([, attachment]) => isBy(of, attachment));
  const goes = theirs.map(([profileId]) => profileId).filter((profileId) => !isLater([profileId]));
  const taken = Object.entries(state.decided).flatMap(([profileId, { operationId, removed }]) => {
    // What is kept beside a later decision was changed since.
    const isLast = String(profileOfKey(profileId)) === profileId && !(profileId in state.attachments);
    return operationId === of && removed && isLast ? [{ profileId, removed }] : [];
  });
  const active = taken.flatMap(({ profileId, removed }) => {
    const profile = context.activeProfiles.get(Number(profileId));
    return profile ? [{ profileId, removed, scanType: profile.scanType }] : [];
  });
  const comes = active.filter(
    ({ profileId, scanType }) => !isLater([profileId, scanTypeKey(rootId, scanType)]),
  );

  if (goes.length === 0 && comes.length === 0) {
    if (theirs.length > 0 || active.length > 0)
      return { state, outcome: { kind: 'SKIPPED', code: 'SUPERSEDED' } };
    const code = taken.length > 0 ? 'PROFILE_DELETED' : 'CHANGED_SINCE';
    return { state, outcome: { kind: 'SKIPPED', code } };
  }
  const held = Object.keys(state.attachments).length - goes.length + comes.length;
  if (comes.length > 0 && held > MAXIMUM_PROFILES)
    return { state, outcome: { kind: 'FAILED', code: 'LIMIT_REACHED' } };

  let next = withoutAttachments(state, goes, context);
  for (const { profileId, removed } of comes)
    next = withAttachment(next, Number(profileId), context, provenanceOf(removed));
  return { state: next, outcome: ownOutcome({ ...subject, state: next }, context) ?? { kind: 'APPLIED' } };
}

function isBy(operationId: string, { operationId: by, origin }: Attachment): boolean {
  return by === operationId || origin === operationId;
}

/** What comes back came through the same group as before, and can be undone as what it was. */
function provenanceOf({ group, origin, operationId }: Attachment): Pick<Attachment, 'group' | 'origin'> {
  return { ...(group === undefined ? {} : { group }), origin: origin ?? operationId };
}
