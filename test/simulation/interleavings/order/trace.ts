import type { Dependence } from './dependence.ts';

/** One step as it was made. */
export interface Step {
  readonly process: string;
  /** Of what it touched. */
  readonly touched: number;
  /** By process: how many of its steps had to come before this one, or are this one. */
  readonly clock: ReadonlyMap<string, number>;
}

/** Steps as they were made, and which of them had to come before which others. */
export class Trace {
  readonly steps: Step[] = [];
  readonly #dependence: Dependence;
  /** Which step brought a process about. */
  readonly #origins = new Map<string, number>();

  constructor(dependence: Dependence) {
    this.#dependence = dependence;
  }

  cut(length: number): void {
    this.steps.length = length;
    for (const [process, origin] of this.#origins) if (origin >= length) this.#origins.delete(process);
  }

  /** Processes that are there after the last step; those that were not there before it came of it. */
  noteProcesses(processes: readonly string[], isBeginning: boolean): void {
    for (const process of processes)
      if (!this.#origins.has(process)) this.#origins.set(process, isBeginning ? -1 : this.steps.length - 1);
  }

  /**
   * Adds a step. Answers the steps that are in a race with it: they do not commute with it, and nothing but that keeps
   * them in their order.
   */
  add(process: string, touched: number): readonly number[] {
    const clock = new Map(this.#before(process));
    const races: number[] = [];
    for (let index = this.steps.length - 1; index >= 0; index -= 1) {
      const earlier = this.steps[index];
      if (!earlier || earlier.process === process || isIn(clock, earlier)) continue;
      if (!this.#dependence.between(earlier.touched, touched)) continue;
      races.push(index);
      join(clock, earlier.clock);
    }
    clock.set(process, (clock.get(process) ?? 0) + 1);
    this.steps.push({ process, touched, clock });
    return races;
  }

  /** Processes one of which has to go first, instead of the step at `index`, for the last step to come before that one. */
  initials(index: number): readonly string[] {
    const first = this.steps[index];
    const last = this.steps.at(-1);
    if (!first || !last) return [];
    const moved = [...this.steps.slice(index + 1, -1).filter((step) => !isBefore(first, step)), last];
    const seen = new Set<string>();
    return moved.flatMap((step, position) => {
      if (seen.has(step.process)) return [];
      seen.add(step.process);
      return moved.slice(0, position).some((other) => isBefore(other, step)) ? [] : [step.process];
    });
  }

  #before(process: string): ReadonlyMap<string, number> {
    const own = this.steps.findLast((step) => step.process === process);
    if (own) return own.clock;
    return this.steps[this.#origins.get(process) ?? -1]?.clock ?? new Map<string, number>();
  }
}

function isBefore(one: Step, other: Step): boolean {
  return isIn(other.clock, one);
}

function isIn(clock: ReadonlyMap<string, number>, { process, clock: own }: Step): boolean {
  return (clock.get(process) ?? 0) >= (own.get(process) ?? 0);
}

function join(clock: Map<string, number>, other: ReadonlyMap<string, number>): void {
  for (const [process, count] of other) clock.set(process, Math.max(count, clock.get(process) ?? 0));
}
