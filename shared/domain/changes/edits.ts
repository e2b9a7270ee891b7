import type { Place } from '../place.ts';
import { type Attachment, type Decided, pastKey, type ProjectState, stopKey } from '../project-state.ts';
import type { Context, Decision, Subject } from './decision.ts';

/** The state as it has to be at its present place, before anything else is decided about it. */
export function atPlace(state: ProjectState, place: Place, context: Context): ProjectState {
  if (state.rootId === place.root.id) return withoutInactive(state, context);
  return wiped(state, place, place.transfer ?? context.operation, context);
}

/** A move to another root takes all attachments away, since all of them belong to the root that was left. */
export function wiped(
  state: ProjectState,
  place: Place,
  by: { readonly rootId: number; readonly sequence: number } & (
    { readonly id: string } | { readonly operationId: string }
  ),
  context: Pick<Context, 'registrations'>,
): ProjectState {
  const operationId = 'id' in by ? by.id : by.operationId;
  const decided = keptBeside(state.decided, Object.keys(state.attachments), context);
  for (const [profileId, removed] of Object.entries(state.attachments)) {
    // A sequence number means something only in the log of the profile's own root.
    const rootId = state.rootId ?? by.rootId;
    const seq = rootId === by.rootId ? Math.max(by.sequence, removed.seq) : removed.seq;
    const log = rootId === by.rootId ? {} : { logId: by.rootId };
    decided[profileId] = { seq, operationId, rootId, ...log, removed };
  }
  return { ...state, rootId: place.root.id, rootVersion: place.version, attachments: {}, decided };
}

/**
 * Without what is attached of profiles that are not ACTIVE. What an operation made that is still running stays written down:
 * its page may have to be recorded yet. Nobody is said to have taken it away, since the deletion of the profile did.
 */
function withoutInactive(state: ProjectState, context: Context): ProjectState {
  const inactive = inactiveIn(state, context);
  if (inactive.length === 0) return state;
  const running = runningIn(context);
  const attachments = { ...state.attachments };
  const decided = { ...state.decided };
  for (const profileId of inactive) {
    const removed = attachments[profileId];
    Reflect.deleteProperty(attachments, profileId);
    if (removed && running.has(removed.operationId))
      decided[pastKey(removed.operationId, profileId)] = {
        seq: removed.seq,
        operationId: NOBODY,
        rootId: context.operation.rootId,
        removed,
      };
  }
  return { ...state, attachments, decided };
}

/** No operation has this id. */
const NOBODY = '';

/** Ids of the operations that may have something to record yet. */
function runningIn({ registrations }: Pick<Context, 'registrations'>): ReadonlySet<string> {
  const running = [...registrations.values()].flat().filter(({ endedAt }) => endedAt === undefined);
  return new Set(running.map(({ operationId }) => operationId));
}

/** Ids of attached profiles that are not ACTIVE, or are none of the operation's root. */
export function inactiveIn({ attachments }: ProjectState, { activeProfiles }: Context): readonly string[] {
  return Object.keys(attachments).filter((profileId) => !activeProfiles.has(Number(profileId)));
}

/**
 * Attaches in the name of the operation. The attachment itself carries its number; a decision that had taken the profile
 * away stays, since what it did has still to be read off the project.
 */
export function withAttachment(
  state: ProjectState,
  profileId: number,
  { operation, now }: Context,
  provenance: Pick<Attachment, 'group' | 'origin'> = {},
): ProjectState {
  const attachment = {
    seq: operation.sequence,
    at: now,
    by: operation.actor,
    operationId: operation.id,
    ...provenance,
  };
  return { ...state, attachments: { ...state.attachments, [profileId]: attachment } };
}

/** Through which group of the target the operation comes to a project; none if it was named itself. */
export function throughGroup(
  { id, place }: Pick<Subject, 'id' | 'place'>,
  { operation }: Context,
): Pick<Attachment, 'group'> {
  if (operation.projectIds.includes(id)) return {};
  const group = place?.groups.find((above) => operation.groupIds.includes(above.id));
  return group ? { group: group.id } : {};
}

/**
 * The operation was stopped before it came to this project. It is written down, so that a run of the same page that does
 * not know it yet is refused and finds it.
 */
export function cancelled(state: ProjectState, { operation }: Context): Decision {
  const mark = {
    seq: operation.sequence,
    operationId: operation.id,
    rootId: operation.rootId,
    cancelled: true,
  };
  return {
    state: {
      ...state,
      version: state.version + 1,
      decided: { ...state.decided, [stopKey(operation.id)]: mark },
    },
    outcome: { kind: 'SKIPPED', code: 'CANCELLED' },
  };
}

/** Takes attachments away and leaves, for each, the decision that did it with what it removed. */
export function withoutAttachments(
  state: ProjectState,
  profileIds: readonly string[],
  context: Context,
): ProjectState {
  if (profileIds.length === 0) return state;
  const { operation } = context;
  const attachments = { ...state.attachments };
  const decided = keptBeside(state.decided, profileIds, context);
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

/**
 * Decisions with those about these profiles, which are about to be replaced, kept beside where they say what an operation
 * did that is still running: its page may have to be recorded yet.
 */
function keptBeside(
  decided: ProjectState['decided'],
  profileIds: readonly string[],
  context: Pick<Context, 'registrations'>,
): Record<string, Decided> {
  const kept: Record<string, Decided> = { ...decided };
  const running = runningIn(context);
  for (const profileId of profileIds) {
    const past = decided[profileId];
    if (!past?.removed) continue;
    if (running.has(past.operationId) || running.has(past.removed.operationId))
      kept[pastKey(past.operationId, profileId)] = past;
  }
  return kept;
}

/**
 * Leaves the operation's number, so that an older one that is still on its way finds that it comes too late. A decision
 * that took the profile away stays what it is, under the new number: it is still the last change of what the project holds.
 */
export function withNumber(
  state: ProjectState,
  key: string,
  { operation }: Context,
  superseded = false,
): ProjectState {
  const known = state.decided[key];
  if (known?.removed !== undefined && known.seq >= operation.sequence) return state;
  const number =
    known?.removed === undefined
      ? {
          seq: operation.sequence,
          operationId: operation.id,
          rootId: operation.rootId,
          ...(superseded ? { superseded } : {}),
        }
      : { ...known, seq: operation.sequence };
  return { ...state, decided: { ...state.decided, [key]: number } };
}
