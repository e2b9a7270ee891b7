import type { Place } from '../place.ts';
import type { ProjectState } from '../project-state.ts';
import { type Context, type Decision } from './decision.ts';
import { wiped } from './edits.ts';

/**
 * Records the root that the project has now, and takes away what belongs to another. Written even where nothing was
 * attached: an attach that read the old state must find a new version.
 */
export function rehome(state: ProjectState, place: Place, context: Context): Decision {
  if (state.rootId === place.root.id) return { state, outcome: { kind: 'UNCHANGED', code: 'NOT_ATTACHED' } };
  const next = wiped(state, place, context.operation, context);
  const hadAny = Object.keys(state.attachments).length > 0;
  return { state: next, outcome: hadAny ? { kind: 'APPLIED' } : { kind: 'UNCHANGED', code: 'NOT_ATTACHED' } };
}
