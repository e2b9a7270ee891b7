import type { Change } from '../operation.ts';
import { MAXIMUM_PROFILES, type ProjectState, scanTypeKey } from '../project-state.ts';
import {
  type Context,
  type Decision,
  isContested,
  latest,
  withAttachment,
  withNumber,
  withoutAttachments,
} from './decision.ts';

type Attach = Extract<Change, { kind: 'ATTACH' }>;

/**
 * Attaches the profile unless something accepted later has decided otherwise or ten are held. SET also removes other
 * profiles of the same scan type, in the same write: even where a later operation has decided about the profile itself.
 */
export function attach(state: ProjectState, change: Attach, context: Context): Decision {
  const key = String(change.profileId);
  const { sequence } = context.operation;
  if (!context.activeProfiles.has(change.profileId)) {
    return { state, outcome: { kind: 'SKIPPED', code: 'PROFILE_DELETED' } };
  }
  if (latest(state, [scanTypeKey(change.scanType)]) > sequence) {
    return { state, outcome: { kind: 'SKIPPED', code: 'SUPERSEDED' } };
  }
  const rivals = change.mode === 'SET' ? replaceable(state, change, context) : [];
  const cleared = numberedType(withoutAttachments(state, rivals, context), change, context);
  if (latest(state, [key]) > sequence) {
    const outcome =
      rivals.length > 0 ? ({ kind: 'APPLIED' } as const) : ({ kind: 'SKIPPED', code: 'SUPERSEDED' } as const);
    return { state: cleared, outcome };
  }
  if (key in state.attachments) {
    const outcome =
      rivals.length > 0
        ? ({ kind: 'APPLIED' } as const)
        : ({ kind: 'UNCHANGED', code: 'ALREADY_ATTACHED' } as const);
    return { state: numbered(cleared, key, change, context), outcome };
  }
  if (Object.keys(cleared.attachments).length >= MAXIMUM_PROFILES) {
    return { state, outcome: { kind: 'FAILED', code: 'LIMIT_REACHED' } };
  }
  return { state: withAttachment(cleared, change.profileId, context), outcome: { kind: 'APPLIED' } };
}

/** Other attached profiles of the scan type, unless something accepted later has decided about them. */
function replaceable(state: ProjectState, change: Attach, context: Context): readonly string[] {
  return Object.keys(state.attachments)
    .filter((profileId) =>
      isRival(change, Number(profileId), context.activeProfiles.get(Number(profileId))?.scanType),
    )
    .filter((profileId) => latest(state, [profileId]) < context.operation.sequence);
}

/** SET leaves its number for the scan type where an older attach of a rival may still come. */
function numberedType(state: ProjectState, change: Attach, context: Context): ProjectState {
  const wouldAttachRival = (other: Change): boolean =>
    other.kind === 'ATTACH' && isRival(change, other.profileId, other.scanType);
  return change.mode === 'SET' && isContested(context, wouldAttachRival)
    ? withNumber(state, scanTypeKey(change.scanType), context)
    : state;
}

/** What is attached already keeps its provenance; the number is left where an older operation could still remove it. */
function numbered(state: ProjectState, key: string, change: Attach, context: Context): ProjectState {
  const wouldRemove = (other: Change): boolean =>
    (other.kind === 'DETACH' && other.profileId === change.profileId) ||
    (other.kind === 'ATTACH' && other.mode === 'SET' && isRival(change, other.profileId, other.scanType));
  return isContested(context, wouldRemove) ? withNumber(state, key, context) : state;
}

function isRival(change: Attach, profileId: number, scanType: string | undefined): boolean {
  return profileId !== change.profileId && scanType === change.scanType;
}
