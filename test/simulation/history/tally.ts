import type { HistoryResult } from './history.ts';

/** How often something was, by what it is. */
export type Tally = Readonly<Record<string, number>>;

export interface Tallies {
  readonly acts: Tally;
  readonly faults: Tally;
}

/** What people did in a history, and what went wrong in it. */
export function tallyOf({ schedule }: Pick<HistoryResult, 'schedule'>): Tallies {
  const acts: Record<string, number> = {};
  const faults: Record<string, number> = {};
  const add = (tally: Record<string, number>, name: string): void => {
    tally[name] = (tally[name] ?? 0) + 1;
  };
  for (const decision of schedule) {
    if (decision.do === 'ACT') {
      const { action } = decision;
      if (action.kind === 'ASK') add(acts, action.wish.kind);
      else add(acts, action.kind === 'TREE' ? `${action.change.change}_NODE` : action.kind);
    } else if (decision.do === 'CALL') {
      if (decision.fault !== undefined) add(faults, decision.fault);
    } else add(decision.do === 'DUPLICATE' ? faults : acts, decision.do);
  }
  return { acts, faults };
}

export function sumOf(one: Tally, other: Tally): Tally {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].toSorted();
  return Object.fromEntries(names.map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
}
