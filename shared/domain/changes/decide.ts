import type { Place } from '../place.ts';
import { attach } from './attach.ts';
import { adopt } from './adopt.ts';
import { type Context, type Decision, ownOutcome, pruned, type Subject } from './decision.ts';
import { atPlace, cancelled } from './edits.ts';
import { detach } from './detach.ts';
import { rehome } from './rehome.ts';
import { undo } from './undo.ts';

/** `STALE`: the place is older than the one on which the state was decided; read both again. */
export type Verdict = Decision | 'STALE';

/**
 * The one place where the limit, the root check, ordering and provenance are decided, for every kind of operation.
 * Pure: the caller reads before and writes after, on condition that `state.version` is still the one that was read. A
 * preview is the same without the write.
 */
export function decide(subject: Subject, context: Context): Verdict {
  const { state, place, given } = subject;
  const own = ownOutcome(subject, context);
  if (own) return { state, outcome: own };
  const { change, rootId, stop } = context.operation;
  if (stop) return cancelled(state, context);
  if (!place) return { state, outcome: nowhere(change.kind) };
  if (state.rootId !== null && state.rootId !== place.root.id && place.version < state.rootVersion)
    return 'STALE';
  if (change.kind !== 'REHOME' && place.root.id !== rootId) return { state, outcome: elsewhere(change.kind) };
  if (given?.seen && (given.seen.version !== state.version || given.seen.placement < place.version))
    return { state, outcome: { kind: 'SKIPPED', code: 'CHANGED_SINCE_PREVIEW' } };
  const decision = changed({ ...subject, place }, context);
  if (decision.state === state && !isUnconfirmed(state, place)) return decision;
  const rootVersion = Math.max(decision.state.rootVersion, place.version);
  const next = pruned(decision.state, state, context);
  return { ...decision, state: { ...next, rootId: place.root.id, rootVersion, version: state.version + 1 } };
}

/**
 * The project has come back to the root of its state, and nobody has written so yet: who had read it at the place that it left
 * could still take it there, under the version that is there. So the return is written, also where nothing else is.
 */
function isUnconfirmed({ rootId, rootVersion }: Subject['state'], { root, transfer }: Place): boolean {
  return rootId === root.id && transfer !== undefined && transfer.version > rootVersion;
}

function changed(subject: Subject & { readonly place: Place }, context: Context): Decision {
  const { state, place } = subject;
  const { change } = context.operation;
  if (change.kind === 'REHOME') return rehome(state, place, context);
  const base = atPlace(state, place, context);
  const decision = decided({ ...subject, state: base }, context);
  // A change that decided nothing does not pay for a write only to tidy up.
  return decision.state === base ? { ...decision, state } : decision;
}

function decided(subject: Subject, context: Context): Decision {
  const { change } = context.operation;
  switch (change.kind) {
    case 'ATTACH':
      return attach(subject, change, context);
    case 'DETACH':
      return detach(subject, change, context);
    case 'UNDO':
      return undo(subject, change, context);
    case 'ADOPT':
      return adopt(subject, change, context);
    case 'DELETE_PROFILE':
      return detach(subject, change, context);
    case 'REHOME':
      throw new Error('a re-home is decided before');
    case 'CREATE_PROFILE':
    case 'UPDATE_PROFILE':
      throw new Error('an edit of a profile changes no project');
  }
}

function elsewhere(kind: Context['operation']['change']['kind']): Decision['outcome'] {
  return kind === 'REHOME'
    ? { kind: 'UNCHANGED', code: 'NOT_ATTACHED' }
    : { kind: 'SKIPPED', code: 'MOVED_TO_ANOTHER_ROOT' };
}

/** Below a group that was deleted, or in a chain that leads to no root. */
function nowhere(kind: Context['operation']['change']['kind']): Decision['outcome'] {
  return kind === 'REHOME' ? elsewhere(kind) : { kind: 'SKIPPED', code: 'DELETED' };
}
