import { MAXIMUM_PROFILES } from '../../../shared/domain/project-state.ts';

/** So many profiles are asked for, each for all projects, at the same time. */
export const RACERS = 12;

/** What each project holds before: one less than it may. */
export const HELD = MAXIMUM_PROFILES - 1;

export interface RaceResult {
  /** Projects that hold more than they may. */
  readonly overLimit: number;
  /** The most that a project holds. */
  readonly most: number;
  /** Requests for one project that were answered with yes, and that were refused since it is full. */
  readonly applied: number;
  readonly refused: number;
}

/** What projects hold, and what the callers were told. */
export function resultOf(held: readonly number[], told: Pick<RaceResult, 'applied' | 'refused'>): RaceResult {
  const overLimit = held.filter((count) => count > MAXIMUM_PROFILES).length;
  return { overLimit, most: Math.max(...held), ...told };
}
