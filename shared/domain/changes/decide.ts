import type { Place } from '../place.ts';
import type { ProjectState } from '../project-state.ts';
import { attach } from './attach.ts';
import { atPlace, type Context, type Decision, ownOutcome, pruned, type Subject } from './decision.ts';
import { detach } from './detach.ts';
import { rehome } from './rehome.ts';

/** `STALE`: the place is older than the one on which the state was decided; read both again. */
export type Verdict = Decision | 'STALE';

/**
 * The one place where the limit, the root check, ordering and provenance are decided, for every kind of operation.
 * Pure: the caller reads before and writes after, on condition that `state.version` is still the one that was read.
 */
export function decide(subject: Subject, context: Context): Verdict {
  const { state, place } = subject;
  const own = ownOutcome(state, context);
  if (own) return { state, outcome: own };
  const { change, rootId } = context.operation;
  if (!place) return { state, outcome: nowhere(change.kind) };
  if (state.rootId !== null && state.rootId !== place.root.id && place.version <= state.rootVersion)
    return 'STALE';
  if (change.kind !== 'REHOME' && place.root.id !== rootId) return { state, outcome: elsewhere(change.kind) };
  const decision = changed(state, place, context);
  if (decision.state === state) return decision;
  const rootVersion = Math.max(decision.state.rootVersion, place.version);
  const next = pruned(decision.state, state, context);
  return { ...decision, state: { ...next, rootId: place.root.id, rootVersion, version: state.version + 1 } };
}

function changed(state: ProjectState, place: Place, context: Context): Decision {
  const { change } = context.operation;
  if (change.kind === 'REHOME') return rehome(state, place, context);
  const base = atPlace(state, place, context);
  const decision = change.kind === 'ATTACH' ? attach(base, change, context) : detach(base, change, context);
  // A change that decided nothing does not pay for a write only to tidy up.
  return decision.state === base ? { ...decision, state } : decision;
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
