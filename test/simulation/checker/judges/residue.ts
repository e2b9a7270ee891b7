import type { Observation, Step } from '../../observed.ts';
import { DeadLetters } from '../dead-letters.ts';
import { type Judge, Observer } from '../judge.ts';

/** S8: at rest nothing is stored that is foreign, or of a deleted profile. */
export class Residue extends Observer implements Judge {
  private readonly deadLetters = new DeadLetters();

  observe(observation: Observation): void {
    this.deadLetters.observe(observation);
  }

  atRest(step: Step): void {
    // What waits for an operator may wait with its clean-up: the sweep, after six hours, and a redrive see to that.
    if (!this.deadLetters.isEmpty) return;
    for (const { id, state } of this.world.projects.values()) {
      const rootId = this.world.rootOf(id);
      // Without a root nothing is wiped: its parent may still arrive (section 5).
      if (!state || rootId === undefined) continue;
      const held = [...state.attachments.keys()];
      if (held.length > 0 && state.rootId !== rootId)
        this.report(
          'S8',
          step,
          `project ${id} of root ${rootId} holds ${held.join()} of root ${state.rootId}`,
        );
      const gone = held.filter((profileId) => !this.world.isActive(profileId));
      if (gone.length > 0) this.report('S8', step, `project ${id} holds ${gone.join()}, which are deleted`);
    }
  }
}
