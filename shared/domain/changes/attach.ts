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
 * profiles of the same scan type, in the same write.
 */
export function attach(state: ProjectState, change: Attach, context: Context): Decision {
  const key = String(change.profileId);
  const typeKey = scanTypeKey(change.scanType);
  const { operation } = context;
  if (!context.activeProfiles.has(change.profileId)) {
    return { state, outcome: { kind: 'SKIPPED', code: 'PROFILE_DELETED' } };
  }
  if (latest(state, [key, typeKey]) > operation.sequence) {
    return { state, outcome: { kind: 'SKIPPED', code: 'SUPERSEDED' } };
  }
  const rivals = change.mode === 'SET' ? replaceable(state, change, context) : [];
  const isHeld = key in state.attachments;
  if (!isHeld && Object.keys(state.attachments).length - rivals.length >= MAXIMUM_PROFILES) {
    return { state, outcome: { kind: 'FAILED', code: 'LIMIT_REACHED' } };
  }
  const attachment = {
    seq: operation.sequence,
    at: context.now,
    by: operation.actor,
    operationId: operation.id,
  };
  const cleared = withoutAttachments(state, rivals, context);
  const attached = isHeld
    ? numbered(cleared, key, change, context)
    : withAttachment(cleared, change.profileId, attachment);
  const next =
    change.mode === 'SET' && isContested(context, (other) => wouldAttach(other, change.scanType))
      ? withNumber(attached, typeKey, context)
      : attached;
  if (isHeld && rivals.length === 0)
    return { state: next, outcome: { kind: 'UNCHANGED', code: 'ALREADY_ATTACHED' } };
  return { state: next, outcome: { kind: 'APPLIED' } };
}

/** Other attached profiles of the scan type, unless something accepted later has decided about them. */
function replaceable(state: ProjectState, change: Attach, context: Context): readonly string[] {
  return Object.entries(state.attachments)
    .filter(([profileId]) => Number(profileId) !== change.profileId)
    .filter(([profileId]) => context.activeProfiles.get(Number(profileId))?.scanType === change.scanType)
    .filter(([, attachment]) => attachment.seq < context.operation.sequence)
    .map(([profileId]) => profileId);
}

function numbered(state: ProjectState, key: string, change: Attach, context: Context): ProjectState {
  const wouldRemove = (other: Change): boolean =>
    (other.kind === 'DETACH' && other.profileId === change.profileId) ||
    (other.kind === 'ATTACH' &&
      other.mode === 'SET' &&
      other.profileId !== change.profileId &&
      other.scanType === change.scanType);
  return isContested(context, wouldRemove) ? withNumber(state, key, context) : state;
}

function wouldAttach(other: Change, scanType: string): boolean {
  return other.kind === 'ATTACH' && other.scanType === scanType;
}
