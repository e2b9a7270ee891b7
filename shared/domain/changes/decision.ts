import { type Effect, effectOf, isChange } from '../effect.ts';
import type { Change, Operation } from '../operation.ts';
import type { Outcome } from '../outcome.ts';
import type { Place } from '../place.ts';
import type { ProjectState } from '../project-state.ts';
import type { ExternalScans } from '../scan-status/external-scans.ts';

/** What is known about an operation that could still act in a root: it runs, or ended less than an hour ago. */
export interface Registration {
  readonly operationId: string;
  readonly rootId: number;
  readonly sequence: number;
  readonly change: Change;
  /** It goes through the queue, so that only so many of them may run at once. */
  readonly bulk: boolean;
  /** A preview never acts on a project. */
  readonly dryRun?: boolean | undefined;
  readonly endedAt?: number | undefined;
}

/** Everything besides the project that a change decides on. */
export interface Context {
  readonly operation: Pick<
    Operation,
    'id' | 'rootId' | 'sequence' | 'actor' | 'change' | 'projectIds' | 'groupIds' | 'stop'
  >;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Scan type of every ACTIVE profile that is attached in the page or named by the change. */
  readonly activeProfiles: ReadonlyMap<number, { readonly scanType: string }>;
  /** Registrations of each root in whose log something was decided about the page's projects. */
  readonly registrations: ReadonlyMap<number, readonly Registration[]>;
}

/** What is said about a project in the records that the operation goes by. */
export interface Given {
  /** What a preview saw: the version of the project's state, and how many moves there had been in the tree. */
  readonly seen?: { readonly version: number; readonly placement: number } | undefined;
  /** What the operation that is undone, or whose removals are made good, did to the project. */
  readonly did?: Pick<Effect, 'made' | 'removed'> | undefined;
}

/** A project that exists, at the place where it was found. */
export interface Subject {
  readonly id: number;
  readonly state: ProjectState;
  /** What else scans it, where the change goes by that. */
  readonly external?: ExternalScans | undefined;
  readonly given?: Given | undefined;
  /** Undefined where it has no root: then nothing is decided about it. */
  readonly place: Place | undefined;
}

/** What to write (the same object where nothing is to be written) and what to report. */
export interface Decision {
  readonly state: ProjectState;
  readonly outcome: Outcome;
}

/**
 * What this operation did to the project already, read off its state: so that a page that runs twice reports the same
 * outcome twice.
 */
export function ownOutcome(
  { state, given }: Pick<Subject, 'state' | 'given'>,
  { operation }: Pick<Context, 'operation'>,
): Outcome | undefined {
  const effect = effectOf(operation.id, state);
  if (isChange(effect)) {
    const isWhole = operation.change.kind !== 'UNDO' || takesAllBack(effect, given?.did);
    return isWhole ? { kind: 'APPLIED' } : { kind: 'APPLIED', code: 'CHANGED_SINCE' };
  }
  const left = Object.values(state.decided).find((decision) => decision.operationId === operation.id);
  if (!left) return undefined;
  if (left.cancelled) return { kind: 'SKIPPED', code: 'CANCELLED' };
  if (left.superseded) return { kind: 'SKIPPED', code: 'SUPERSEDED' };
  return {
    kind: 'UNCHANGED',
    code: operation.change.kind === 'ATTACH' ? 'ALREADY_ATTACHED' : 'NOT_ATTACHED',
  };
}

/** Whether nothing is left of what another operation did. */
function takesAllBack({ made, removed }: Effect, did: Given['did']): boolean {
  if (!did) return true;
  return (
    did.made.every((profileId) => removed.includes(profileId)) &&
    did.removed.every((profileId) => made.includes(profileId))
  );
}

/** The highest sequence number of what was decided under any of these keys. */
export function latest(state: ProjectState, keys: readonly string[]): number {
  return Math.max(
    0,
    ...keys.flatMap((key) => [state.attachments[key]?.seq ?? 0, state.decided[key]?.seq ?? 0]),
  );
}

/**
 * Whether an older operation that could decide otherwise about a key may still arrive: one that was accepted before what is
 * decided there already comes too late as it is. What one that undoes or adopts will decide is not known beforehand.
 */
export function isContested(
  state: ProjectState,
  key: string,
  { operation, registrations }: Context,
  differs: (change: Change) => boolean,
): boolean {
  const since = latest(state, [key]);
  const own = registrations.get(operation.rootId) ?? [];
  return own.some(
    ({ sequence, change }) =>
      sequence > since &&
      sequence < operation.sequence &&
      (change.kind === 'UNDO' || change.kind === 'ADOPT' || differs(change)),
  );
}

/**
 * Drops decisions that no operation can come too late for: all older ones of that root ended an hour ago. Those that were
 * not there `before` stay: what was just done has still to be read off the project. So does what was taken away last: it
 * can be undone for as long as nothing else changes what the project holds. And so does what an operation of another log did
 * that may still have to record it.
 */
export function pruned(state: ProjectState, before: ProjectState, { registrations }: Context): ProjectState {
  const holdsTheSame = isSame(state.attachments, before.attachments);
  const kept = Object.entries(state.decided).filter(([key, decision]) => {
    if (before.decided[key] !== decision) return true;
    if (holdsTheSame && decision.removed !== undefined) return true;
    const isTheirs = ({ operationId }: Registration): boolean => operationId === decision.operationId;
    if (decision.logId !== undefined && registrations.get(decision.logId)?.some(isTheirs)) return true;
    const registered = registrations.get(decision.rootId);
    return registered === undefined || registered.some((other) => other.sequence <= decision.seq);
  });
  if (kept.length === Object.keys(state.decided).length) return state;
  return { ...state, decided: Object.fromEntries(kept) };
}

function isSame(one: ProjectState['attachments'], other: ProjectState['attachments']): boolean {
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => one[key]?.operationId === other[key]?.operationId)
  );
}
