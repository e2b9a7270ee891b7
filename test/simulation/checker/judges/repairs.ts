import type { Step } from '../../observed.ts';
import { type Judge, Observer } from '../judge.ts';
import type { Read } from '../stored/change.ts';

/** S8: what the sweep repairs is out of place, and nobody else was about to put it right: then its re-home finds it so. */
export class Repairs extends Observer implements Judge {
  /** Re-homes that no change of the tree brought. */
  private readonly ofTheSweep = new Set<string>();

  wrote(_step: Step, reads: readonly Read[]): void {
    if (reads.some(({ of }) => of === 'NODE')) return;
    for (const read of reads) {
      if (read.of !== 'OPERATION' || !read.after || read.before) continue;
      if (read.after.kind === 'REHOME' && read.after.followUpOf === undefined)
        this.ofTheSweep.add(read.after.id);
    }
  }

  atRest(step: Step): void {
    for (const id of this.ofTheSweep) {
      for (const [projectId, pages] of this.world.saidBy(id))
        if (pages.every(({ kind }) => kind === 'UNCHANGED'))
          this.report(
            'S8',
            step,
            `the sweep repaired project ${projectId}, on which there was nothing to do (${id})`,
          );
    }
  }
}
