import type { Step } from '../../observed.ts';
import { type Judge, Observer, type Report } from '../judge.ts';
import type { Read } from '../stored/change.ts';
import type { TreeNode } from '../stored/node.ts';
import type { Operation } from '../stored/operation.ts';
import type { World } from '../world.ts';

/** What only grows: numbers of operations and moves, and the versions that every guard goes by. */
export class Growth extends Observer implements Judge {
  /** The highest version that the state of a project ever had, deleted or not. */
  private readonly versions = new Map<number, number>();

  constructor(world: World, report: Report) {
    super(world, report);
    for (const { id, state } of world.projects.values()) this.versions.set(id, state?.version ?? 0);
  }

  wrote(step: Step, reads: readonly Read[]): void {
    for (const read of reads) {
      if (read.of === 'SEQUENCE' || read.of === 'PLACEMENT') {
        if (read.after !== (read.before ?? 0) + 1)
          this.report('S5', step, `${read.of} went from ${read.before ?? 0} to ${read.after ?? 'nothing'}`);
      } else if (read.of === 'OPERATION') {
        if (read.after && !read.before) this.lookAtNumber(step, read.after, reads);
      } else if (read.of === 'NODE' && read.after) {
        this.lookAtNode(step, read.before, read.after);
      }
    }
  }

  /** Its number is drawn in the same command, unless it completes another, whose number it has. */
  private lookAtNumber(
    step: Step,
    { id, rootId, sequence, followUpOf }: Operation,
    reads: readonly Read[],
  ): void {
    const completed = followUpOf === undefined ? undefined : this.world.operations.get(followUpOf);
    const isDrawn = reads.some(
      (read) => read.of === 'SEQUENCE' && read.rootId === rootId && read.after === sequence,
    );
    const isGiven = completed?.rootId === rootId && completed.sequence === sequence;
    if (!(followUpOf === undefined ? isDrawn : isGiven))
      this.report(
        'S5',
        step,
        `operation ${id} of root ${rootId} has number ${sequence}, which is not its own`,
      );
  }

  private lookAtNode(step: Step, before: TreeNode | undefined, after: TreeNode): void {
    const name = `${after.isGroup ? 'group' : 'project'} ${after.id}`;
    const isMoved = before?.parentId !== after.parentId || before.isDeleted !== after.isDeleted;
    if (before && after.version < before.version)
      this.report('S1', step, `${name} went back from placement ${before.version} to ${after.version}`);
    // A tombstone for what was never there has no number: nothing is below it, or was.
    if (isMoved && after.version !== this.world.placement && !(before === undefined && after.isDeleted))
      this.report('S1', step, `${name} moved under number ${after.version}, not ${this.world.placement}`);
    if (after.state) this.lookAtState(step, name, before, after.id, after.state);
  }

  private lookAtState(
    step: Step,
    name: string,
    before: TreeNode | undefined,
    id: number,
    state: NonNullable<TreeNode['state']>,
  ): void {
    const highest = this.versions.get(id);
    const known = before?.state;
    if (known && state.rootVersion < known.rootVersion)
      this.report(
        'S1',
        step,
        `${name} went back from root version ${known.rootVersion} to ${state.rootVersion}`,
      );
    const isSame = known?.version === state.version;
    if (isSame ? contentOf(known) !== contentOf(state) : highest !== undefined && state.version <= highest)
      this.report(
        'S2',
        step,
        `the state of ${name} changed under version ${state.version}, not over ${highest ?? 0}`,
      );
    this.versions.set(id, Math.max(highest ?? 0, state.version));
  }
}

function contentOf({ rootId, attachments, decided }: NonNullable<TreeNode['state']>): string {
  return JSON.stringify([rootId, [...attachments], [...decided]]);
}
