import type { Change } from '../operation.ts';
import type { Outcome } from '../outcome.ts';
import { MAXIMUM_PROFILES, type ProjectState, scanTypeKey } from '../project-state.ts';
import { isScannedByOthers } from '../scan-status/external-scans.ts';
import { type Context, type Decision, isContested, latest, type Subject } from './decision.ts';
import { throughGroup, withAttachment, withNumber, withoutAttachments } from './edits.ts';

type Attach = Extract<Change, { kind: 'ATTACH' }>;

const SUPERSEDED: Outcome = { kind: 'SKIPPED', code: 'SUPERSEDED' };

/**
 * Attaches the profile unless something accepted later has decided otherwise or ten are held. SET and REPLACE also remove
 * other profiles of the same scan type, in the same write: even where a later operation has decided about the profile
 * itself. REPLACE, FILL_PROFILE_GAPS and FILL_SCAN_GAPS go by what they find: who has one of the type, and who has none.
 */
export function attach(subject: Subject, change: Attach, context: Context): Decision {
  const { state } = subject;
  const key = String(change.profileId);
  const { sequence, rootId } = context.operation;
  if (!context.activeProfiles.has(change.profileId)) {
    return { state, outcome: { kind: 'SKIPPED', code: 'PROFILE_DELETED' } };
  }
  if (latest(state, [scanTypeKey(rootId, change.scanType)]) > sequence) return { state, outcome: SUPERSEDED };
  const spared = sparedBy(subject, change, context);
  if (spared) return { state, outcome: spared };
  const rivals = clearsType(change) ? replaceable(state, change, context) : [];
  const isLate = latest(state, [key]) > sequence;
  const cleared = numberedType(withoutAttachments(state, rivals, context), change, context, isLate);
  const applied: Outcome | undefined = rivals.length > 0 ? { kind: 'APPLIED' } : undefined;
  if (isLate) return { state: cleared, outcome: applied ?? SUPERSEDED };
  if (key in state.attachments) {
    const outcome = applied ?? ({ kind: 'UNCHANGED', code: 'ALREADY_ATTACHED' } as const);
    return { state: numbered(cleared, key, change, context), outcome };
  }
  if (Object.keys(cleared.attachments).length >= MAXIMUM_PROFILES) {
    return { state, outcome: { kind: 'FAILED', code: 'LIMIT_REACHED' } };
  }
  const provenance = throughGroup(subject, context);
  return {
    state: withAttachment(cleared, change.profileId, context, provenance),
    outcome: { kind: 'APPLIED' },
  };
}

/** Whom the mode leaves out, by what is attached of the scan type, and what else scans for it. */
function sparedBy({ state, external = {} }: Subject, change: Attach, context: Context): Outcome | undefined {
  const holdsIt = String(change.profileId) in state.attachments;
  const others = rivalsIn(state, change, context);
  if (change.mode === 'REPLACE' && !holdsIt && others.length === 0)
    return { kind: 'UNCHANGED', code: 'NOTHING_TO_REPLACE' };
  const isScanned =
    change.mode === 'FILL_SCAN_GAPS' && isScannedByOthers(external, change.scanType, context.now);
  if (fillsGaps(change) && !holdsIt && (others.length > 0 || isScanned))
    return { kind: 'UNCHANGED', code: 'ALREADY_COVERED' };
  return undefined;
}

function clearsType({ mode }: Attach): boolean {
  return mode === 'SET' || mode === 'REPLACE';
}

function fillsGaps({ mode }: Attach): boolean {
  return mode === 'FILL_PROFILE_GAPS' || mode === 'FILL_SCAN_GAPS';
}

/** Other attached profiles of the scan type. */
function rivalsIn(state: ProjectState, change: Attach, { activeProfiles }: Context): readonly string[] {
  return Object.keys(state.attachments).filter((profileId) =>
    isRival(change, Number(profileId), activeProfiles.get(Number(profileId))?.scanType),
  );
}

/** Those of them about which nothing accepted later has decided. */
function replaceable(state: ProjectState, change: Attach, context: Context): readonly string[] {
  return rivalsIn(state, change, context).filter(
    (profileId) => latest(state, [profileId]) < context.operation.sequence,
  );
}

/** Who clears the scan type leaves its number for it where an older attach of a rival may still come. */
function numberedType(
  state: ProjectState,
  change: Attach,
  context: Context,
  superseded: boolean,
): ProjectState {
  const wouldAttachRival = (other: Change): boolean =>
    other.kind === 'ATTACH' && isRival(change, other.profileId, other.scanType);
  const key = scanTypeKey(context.operation.rootId, change.scanType);
  return clearsType(change) && isContested(state, key, context, wouldAttachRival)
    ? withNumber(state, key, context, superseded)
    : state;
}

/** What is attached already keeps its provenance; the number is left where an older operation could still remove it. */
function numbered(state: ProjectState, key: string, change: Attach, context: Context): ProjectState {
  const wouldRemove = (other: Change): boolean =>
    (other.kind === 'DETACH' && other.profileId === change.profileId) ||
    (other.kind === 'ATTACH' && clearsType(other) && isRival(change, other.profileId, other.scanType));
  return isContested(state, key, context, wouldRemove) ? withNumber(state, key, context) : state;
}

function isRival(change: Attach, profileId: number, scanType: string | undefined): boolean {
  return profileId !== change.profileId && scanType === change.scanType;
}
