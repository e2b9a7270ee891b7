import type { Step } from '../../observed.ts';
import { type Judge, Observer } from '../judge.ts';
import type { Read } from '../stored/change.ts';
import type { TreeNode } from '../stored/node.ts';

const MAXIMUM_PROFILES = 10;

/** S1, S2: what a project's state holds belongs to the root that it names, and no more than ten of it is ACTIVE. */
export class States extends Observer implements Judge {
  wrote(step: Step, reads: readonly Read[]): void {
    for (const read of reads) if (read.of === 'NODE' && read.after) this.look(step, read.after);
  }

  private look(step: Step, { id, state }: TreeNode): void {
    if (!state) return;
    const held = [...state.attachments.keys()];
    const foreign = held.filter((profileId) => this.world.profiles.get(profileId)?.rootId !== state.rootId);
    if (foreign.length > 0)
      this.report(
        'S1',
        step,
        `project ${id} holds ${foreign.join()} under root ${state.rootId}, which is not theirs`,
      );
    const active = held.filter((profileId) => this.world.isActive(profileId));
    if (active.length > MAXIMUM_PROFILES)
      this.report('S2', step, `project ${id} holds ${active.length} profiles`);
  }
}
