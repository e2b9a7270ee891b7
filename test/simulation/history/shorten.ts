import type { Decision } from '../schedule/decision.ts';
import type { Platform } from '../world/platform.ts';
import { type HistoryResult, runHistory } from './history.ts';

/** Milliseconds for which a shorter history is looked for, unless told otherwise. */
const PATIENCE = 20_000;

/**
 * Looks for a shorter history in which the same promise is broken: leaves out what people did, then faults, then other
 * choices, as long as it still is. Answers the shortest that was found in the time.
 */
export async function shorten(
  platform: Platform,
  found: HistoryResult,
  patience = PATIENCE,
): Promise<HistoryResult> {
  const { seed, violations } = found;
  const promise = violations[0]?.promise;
  const until = performance.now() + patience;
  let best = found;
  /** Whether the promise is still broken without what is left out; then that is the best so far. */
  const holds = async (schedule: readonly Decision[]): Promise<boolean> => {
    const result = await runHistory(platform, { seed, steps: 0, faults: 0, schedule });
    if (result.violations[0]?.promise !== promise) return false;
    best = result;
    return true;
  };
  for (const isCandidate of [isAct, isFault, isAny, isAct]) {
    let size = Math.ceil(best.schedule.filter(isCandidate).length / 2);
    for (; size >= 1 && performance.now() < until; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      await leaveOut(() => best.schedule, isCandidate, size, holds, until);
    }
  }
  return best;
}

const isAct = (decision: Decision): boolean => decision.do === 'ACT';
const isFault = (decision: Decision): boolean => decision.do === 'CALL' && decision.fault !== undefined;
const isAny = (): boolean => true;

/** Tries to do without so many candidates in a row, from the last ones to the first. */
async function leaveOut(
  present: () => readonly Decision[],
  isCandidate: (decision: Decision) => boolean,
  size: number,
  holds: (schedule: readonly Decision[]) => Promise<boolean>,
  until: number,
): Promise<void> {
  let end = present().filter(isCandidate).length;
  while (end > 0 && performance.now() < until) {
    const schedule = present();
    const chosen = new Set(schedule.filter(isCandidate).slice(Math.max(0, end - size), end));
    const rest = schedule.flatMap((decision) => (chosen.has(decision) ? without(decision) : [decision]));
    await holds(rest);
    end -= size;
  }
}

/** A call goes on without its fault; anything else does not happen. */
function without(decision: Decision): readonly Decision[] {
  if (decision.do !== 'CALL' || decision.fault === undefined) return [];
  const { task, call } = decision;
  return [{ do: 'CALL', task, call }];
}
