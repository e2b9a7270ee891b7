import { plural } from '../../../../cli/scan-profiles/output/plain.ts';
import type { Victim } from './mortal-stack.ts';

/** What came of a drill. */
export interface KillReport {
  readonly seed: number;
  readonly kills: Record<Victim, number>;
  /** Of these, how many came while the stack was starting. */
  readonly whileStarting: number;
  /** After how many of them pages of an operation were open. */
  readonly withWorkUnderWay: number;
  readonly rounds: number;
  readonly operations: number;
  readonly decisions: number;
  readonly events: number;
  /** Requests and reports that had no answer, and were sent again. */
  readonly repeated: number;
  readonly redriven: number;
  /** Operations that failed for some projects because others kept writing to them, and were retried. */
  readonly retried: number;
  /** Milliseconds from a start to the next answer, at most. */
  readonly slowestStart: number;
  /** What must not be. */
  readonly violations: readonly string[];
  /** Where everything is kept, if something is wrong. */
  readonly directory: string;
}

/** The same for people. */
export function summaryOf(report: KillReport, minutes: number): string {
  const { STACK, ENGINE, BOTH } = report.kills;
  return [
    `${plural(STACK + ENGINE + BOTH, 'kill')} in ${minutes.toFixed(1)} minutes: ${STACK} of the stack, ${ENGINE} of its engine, ${BOTH} of both;`,
    `${report.whileStarting} of them while it was starting, ${report.withWorkUnderWay} with pages open. Slowest start: ${(report.slowestStart / 1000).toFixed(1)} s.`,
    `${plural(report.rounds, 'round')}: ${plural(report.operations, 'operation')} with ${plural(report.decisions, 'decision')}, ${plural(report.events, 'transfer event')}.`,
    `${plural(report.repeated, 'call')} without an answer sent again, ${plural(report.redriven, 'dead letter')} redriven, ${plural(report.retried, 'operation')} retried.`,
    report.violations.length === 0
      ? 'Nothing was lost, and nothing doubled.'
      : `${plural(report.violations.length, 'violation')} (seed ${report.seed}; all is kept in ${report.directory}):\n  ${report.violations.slice(0, 20).join('\n  ')}`,
  ].join('\n');
}
