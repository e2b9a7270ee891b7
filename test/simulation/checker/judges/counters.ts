import type { Step } from '../../observed.ts';
import { type Judge, Observer } from '../judge.ts';
import type { Read } from '../stored/change.ts';
import { type Operation, sumOf } from '../stored/operation.ts';

type OfPage = Extract<Read, { of: 'PAGE' }>;

/** S6, S11: what headers and pages may say at any time, and what does not change once it is said. */
export class Counters extends Observer implements Judge {
  wrote(step: Step, reads: readonly Read[]): void {
    for (const read of reads) {
      if (read.of === 'OPERATION' && read.after) this.lookAtHeader(step, read.before, read.after, reads);
      if (read.of === 'PAGE') this.lookAtPage(step, read);
    }
  }

  private lookAtHeader(
    step: Step,
    before: Operation | undefined,
    after: Operation,
    reads: readonly Read[],
  ): void {
    const { id, pagesDone, pagesKnown } = after;
    if (pagesDone > pagesKnown)
      this.report('S6', step, `operation ${id} has done ${pagesDone} of ${pagesKnown} pages`);
    if (after.hasEnded && pagesDone < pagesKnown)
      this.report('S6', step, `operation ${id} ended with ${pagesDone} of ${pagesKnown} pages`);
    if (!before) return;
    if (pagesDone < before.pagesDone || pagesKnown < before.pagesKnown)
      this.report('S6', step, `operation ${id} has lost pages`);
    if (before.hasEnded) this.lookAtEnded(step, before, after, reads);
  }

  /** Of an ended operation nothing changes but what a page that came late adds, in the same command. */
  private lookAtEnded(step: Step, before: Operation, after: Operation, reads: readonly Read[]): void {
    const { id } = after;
    if (!after.hasEnded) this.report('S7', step, `operation ${id} ended, and runs again`);
    if (before.pagesKnown !== after.pagesKnown || before.pagesDone !== after.pagesDone)
      this.report('S6', step, `operation ${id} ended, and its pages changed`);
    const isRestated = reads.some(
      (read) => read.of === 'PAGE' && read.operationId === id && read.before === undefined && read.after,
    );
    const isSame =
      before.status === after.status &&
      before.repeats === after.repeats &&
      JSON.stringify(before.totals) === JSON.stringify(after.totals);
    if (!isSame && !isRestated)
      this.report('S11', step, `operation ${id} ended, and its totals changed without a late page`);
    if (sumOf(after.totals) < sumOf(before.totals))
      this.report('S6', step, `operation ${id} ended, and lost projects from its totals`);
  }

  /** A plan is made once, and so is a record. */
  private lookAtPage(step: Step, { operationId, pageId, before, after }: OfPage): void {
    if (!before || !after) return;
    const name = `page ${pageId} of operation ${operationId}`;
    if (before.projectIds.join() !== after.projectIds.join())
      this.report('S11', step, `${name} has other projects than were planned`);
    if (before.isDone) this.report('S11', step, `${name} was recorded twice`);
    if (!this.world.operations.has(operationId)) this.report('S11', step, `${name} is of no operation`);
  }
}
