import type { Change } from '../operation.ts';
import { type Context, type Decision, isContested, latest, type Subject } from './decision.ts';
import { withNumber, withoutAttachments } from './edits.ts';

/** What is said of the profile, whichever of the two changes it is. */
type Detach = Pick<Extract<Change, { kind: 'DETACH' | 'DELETE_PROFILE' }>, 'profileId'>;

/** Detaches the profile unless something accepted later has decided otherwise. */
export function detach({ state }: Subject, change: Detach, context: Context): Decision {
  const key = String(change.profileId);
  if (latest(state, [key]) > context.operation.sequence) {
    return { state, outcome: { kind: 'SKIPPED', code: 'SUPERSEDED' } };
  }
  if (key in state.attachments) {
    return { state: withoutAttachments(state, [key], context), outcome: { kind: 'APPLIED' } };
  }
  const wouldAttach = (other: Change): boolean =>
    other.kind === 'ATTACH' && other.profileId === change.profileId;
  const next = isContested(state, key, context, wouldAttach) ? withNumber(state, key, context) : state;
  return { state: next, outcome: { kind: 'UNCHANGED', code: 'NOT_ATTACHED' } };
}
