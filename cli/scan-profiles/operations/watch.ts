import { ProgressBar } from '../../terminal/progress-bar.ts';
import type { Context } from '../commands/context.ts';
import { hasEnded } from './operation.ts';
import { readState } from './read.ts';

/** Milliseconds between two looks: at first, and at most. */
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 2_000;
const GROWTH = 1.25;

/**
 * Follows an operation with a progress bar until it has ended or has stalled, which only an operator can mend.
 * The pauses between two looks grow.
 */
export async function watch(
  { client, surroundings }: Pick<Context, 'client' | 'surroundings'>,
  id: string,
): Promise<void> {
  const bar = new ProgressBar(surroundings.terminal);
  try {
    for (let pause = FIRST_PAUSE; ; pause = Math.min(GROWTH * pause, LONGEST_PAUSE)) {
      const state = await readState(client, id);
      const { totals, expectedProjects, stalled } = state;
      const isOver = hasEnded(state);
      // What was expected is only how many there were the last time.
      const expected = isOver ? totals.projects : expectedProjects;
      if (expected === null) bar.show('projects (the total is not known yet)', totals.projects);
      else bar.show('projects', totals.projects, expected);
      if (isOver || stalled) return;
      await surroundings.wait(pause);
    }
  } finally {
    bar.end();
  }
}
