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
    `${STACK + ENGINE + BOTH} kills in ${minutes.toFixed(1)} minutes: ${STACK} of the stack, ${ENGINE} of its engine, ${BOTH} of both;`,
    `${report.whileStarting} of them while it was starting, ${report.withWorkUnderWay} with pages open. Slowest start: ${(report.slowestStart / 1000).toFixed(1)} s.`,
    `${report.rounds} rounds: ${report.operations} operations with ${report.decisions} decisions, ${report.events} transfer events.`,
    `${report.repeated} requests and reports without an answer were sent again, ${report.redriven} dead letters redriven, ${report.retried} operations retried.`,
    report.violations.length === 0
      ? 'Nothing was lost, and nothing doubled.'
      : `${report.violations.length} violations (seed ${report.seed}; all is kept in ${report.directory}):\n  ${report.violations.slice(0, 20).join('\n  ')}`,
  ].join('\n');
}
