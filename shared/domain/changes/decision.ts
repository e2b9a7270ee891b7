import type { Change, Operation } from '../operation.ts';
import type { Outcome } from '../outcome.ts';
import type { Place } from '../place.ts';
import type { Decided, ProjectState } from '../project-state.ts';

/** What is known about an operation that could still act in a root: it runs, or ended less than an hour ago. */
export interface Registration {
  readonly operationId: string;
  readonly rootId: number;
  readonly sequence: number;
  readonly change: Change;
  readonly endedAt?: number | undefined;
}

/** Everything besides the project that a change decides on. */
export interface Context {
  readonly operation: Pick<Operation, 'id' | 'rootId' | 'sequence' | 'actor' | 'change'>;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Scan type of every ACTIVE profile that is attached in the page or named by the change. */
  readonly activeProfiles: ReadonlyMap<number, { readonly scanType: string }>;
  /** Registrations of each root in whose log something was decided about the page's projects. */
  readonly registrations: ReadonlyMap<number, readonly Registration[]>;
}

/** A project that exists, at the place where it was found. */
export interface Subject {
  readonly state: ProjectState;
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
export function ownOutcome(state: ProjectState, { operation }: Context): Outcome | undefined {
  const attachments = Object.values(state.attachments);
  const decided = Object.values(state.decided);
  const acted =
    attachments.some((attachment) => attachment.operationId === operation.id) ||
    decided.some((decision) => decision.operationId === operation.id && decision.removed !== undefined) ||
    decided.some((decision) => decision.removed?.operationId === operation.id);
  if (acted) return { kind: 'APPLIED' };
  const left = decided.some((decision) => decision.operationId === operation.id);
  if (!left) return undefined;
  return {
    kind: 'UNCHANGED',
    code: operation.change.kind === 'ATTACH' ? 'ALREADY_ATTACHED' : 'NOT_ATTACHED',
  };
}

/** The state as it has to be at its present place, before anything else is decided about it. */
export function atPlace(state: ProjectState, place: Place, context: Context): ProjectState {
  if (state.rootId === place.root.id) return withoutInactive(state, context);
  return wiped(state, place, place.transfer ?? context.operation);
}

/** A move to another root takes all attachments away, since all of them belong to the root that was left. */
export function wiped(
  state: ProjectState,
  place: Place,
  by: { readonly rootId: number; readonly sequence: number } & (
    { readonly id: string } | { readonly operationId: string }
  ),
): ProjectState {
  const operationId = 'id' in by ? by.id : by.operationId;
  const decided: Record<string, Decided> = { ...state.decided };
  for (const [profileId, removed] of Object.entries(state.attachments)) {
    // A sequence number means something only in the log of the profile's own root.
    const rootId = state.rootId ?? by.rootId;
    const seq = rootId === by.rootId ? Math.max(by.sequence, removed.seq) : removed.seq;
    decided[profileId] = { seq, operationId, rootId, removed };
  }
  return { ...state, rootId: place.root.id, rootVersion: place.version, attachments: {}, decided };
}

function withoutInactive(state: ProjectState, { activeProfiles }: Context): ProjectState {
  const active = Object.entries(state.attachments).filter(([profileId]) =>
    activeProfiles.has(Number(profileId)),
  );
  if (active.length === Object.keys(state.attachments).length) return state;
  return { ...state, attachments: Object.fromEntries(active) };
}

/** The highest sequence number of what was decided under any of these keys. */
export function latest(state: ProjectState, keys: readonly string[]): number {
  return Math.max(
    0,
    ...keys.flatMap((key) => [state.attachments[key]?.seq ?? 0, state.decided[key]?.seq ?? 0]),
  );
}

/** Attaches in the name of the operation. The attachment itself carries its number. */
export function withAttachment(
  state: ProjectState,
  profileId: number,
  { operation, now }: Context,
): ProjectState {
  const { [String(profileId)]: _replaced, ...decided } = state.decided;
  const attachment = { seq: operation.sequence, at: now, by: operation.actor, operationId: operation.id };
  return { ...state, attachments: { ...state.attachments, [profileId]: attachment }, decided };
}

/** Takes attachments away and leaves, for each, the decision that did it with what it removed. */
export function withoutAttachments(
  state: ProjectState,
  profileIds: readonly string[],
  { operation }: Context,
): ProjectState {
  if (profileIds.length === 0) return state;
  const attachments = { ...state.attachments };
  const decided = { ...state.decided };
  for (const profileId of profileIds) {
    const removed = attachments[profileId];
    Reflect.deleteProperty(attachments, profileId);
    decided[profileId] = {
      seq: operation.sequence,
      operationId: operation.id,
      rootId: operation.rootId,
      removed,
    };
  }
  return { ...state, attachments, decided };
}

/** Leaves the operation's number, so that an older one that is still on its way finds that it comes too late. */
export function withNumber(state: ProjectState, key: string, { operation }: Context): ProjectState {
  const number = { seq: operation.sequence, operationId: operation.id, rootId: operation.rootId };
  return { ...state, decided: { ...state.decided, [key]: number } };
}

/** Whether an older operation that could decide otherwise may still arrive. */
export function isContested(
  { operation, registrations }: Context,
  differs: (change: Change) => boolean,
): boolean {
  const own = registrations.get(operation.rootId) ?? [];
  return own.some((other) => other.sequence < operation.sequence && differs(other.change));
}

/**
 * Drops decisions that no operation can come too late for: all older ones of that root ended an hour ago. Those that were
 * not there `before` stay: what was just done has still to be read off the project.
 */
export function pruned(state: ProjectState, before: ProjectState, { registrations }: Context): ProjectState {
  const kept = Object.entries(state.decided).filter(([key, decision]) => {
    if (before.decided[key] !== decision) return true;
    const registered = registrations.get(decision.rootId);
    return registered === undefined || registered.some((other) => other.sequence <= decision.seq);
  });
  if (kept.length === Object.keys(state.decided).length) return state;
  return { ...state, decided: Object.fromEntries(kept) };
}
