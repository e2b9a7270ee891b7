import type { Place } from '../place.ts';
import type { ProjectState } from '../project-state.ts';
import { type Context, type Decision } from './decision.ts';
import { inactiveIn, wiped, withoutAttachments } from './edits.ts';

/**
 * Records the root that the project has now, and takes away what belongs to another. Written even where nothing was
 * attached: an attach that read the old state must find a new version.
 */
export function rehome(state: ProjectState, place: Place, context: Context): Decision {
  if (state.rootId === place.root.id) {
    // It has come back, and a profile that was deleted meanwhile had no chance to be taken off it; or the sweep found it.
    const isItsRoot = context.operation.rootId === place.root.id;
    const inactive = isItsRoot ? inactiveIn(state, context) : [];
    if (inactive.length === 0) return { state, outcome: { kind: 'UNCHANGED', code: 'NOT_ATTACHED' } };
    return { state: withoutAttachments(state, inactive, context), outcome: { kind: 'APPLIED' } };
  }
  const next = wiped(state, place, context.operation, context);
  const hadAny = Object.keys(state.attachments).length > 0;
  return { state: next, outcome: hadAny ? { kind: 'APPLIED' } : { kind: 'UNCHANGED', code: 'NOT_ATTACHED' } };
}
