import type { Step } from '../../observed.ts';
import { type Judge, Observer } from '../judge.ts';
import type { Said } from '../outcomes.ts';
import { isEdit, type Operation, sumOf, type Totals } from '../stored/operation.ts';

/** Of a project that stands in several pages what took effect comes before what did not. */
const PRECEDENCE = ['APPLIED', 'FAILED', 'SKIPPED', 'UNCHANGED'];

/** S6: what an operation says at its end: a project counts once, by its outcome, and the status is what the totals make it. */
export class Totalled extends Observer implements Judge {
  atRest(step: Step): void {
    for (const operation of this.world.operations.values()) {
      if (!operation.hasEnded || isEdit(operation)) continue;
      this.count(step, operation);
      const status = statusOf(operation);
      if (operation.status !== status)
        this.report(
          'S6',
          step,
          `${operation.kind} ${operation.id} is ${operation.status}, and its totals make it ${status}`,
        );
    }
  }

  private count(step: Step, { id, kind, totals, repeats }: Operation): void {
    const said = [...this.world.saidBy(id).values()];
    const distinct = said.length;
    const standing = said.reduce((sum, pages) => sum + pages.length, 0);
    const wrong = (counts: string, recorded: string): void => {
      this.report('S6', step, `${kind} ${id} counts ${counts}, and recorded ${recorded}`);
    };
    if (sumOf(totals) !== distinct) wrong(`${sumOf(totals)} projects`, String(distinct));
    const recorded = totalsOf(said);
    if (textOf(totals) !== textOf(recorded)) wrong(textOf(totals), textOf(recorded));
    if (repeats !== undefined && repeats !== standing - distinct)
      wrong(`${repeats} repeats`, String(standing - distinct));
  }
}

function totalsOf(said: readonly (readonly Said[])[]): Totals {
  const kinds = said.map((pages) => PRECEDENCE.find((kind) => pages.some((page) => page.kind === kind)));
  const count = (wanted: string): number => kinds.filter((kind) => kind === wanted).length;
  return {
    applied: count('APPLIED'),
    unchanged: count('UNCHANGED'),
    skipped: count('SKIPPED'),
    failed: count('FAILED'),
  };
}

function textOf({ applied, unchanged, skipped, failed }: Totals): string {
  return `${applied} applied, ${unchanged} unchanged, ${skipped} skipped, ${failed} failed`;
}

/** DESIGN.md 8: SUCCEEDED if none failed (also if there was no project), PARTIAL some, FAILED all. */
function statusOf({ totals, isStopped, isPreview }: Operation): string {
  if (isStopped) return 'CANCELLED';
  if (isPreview) return 'PREVIEWED';
  if (totals.failed === 0) return 'SUCCEEDED';
  return totals.failed === sumOf(totals) ? 'FAILED' : 'PARTIAL';
}
