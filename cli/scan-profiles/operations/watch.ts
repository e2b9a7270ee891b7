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
  let isTold = false;
  try {
    for (let pause = FIRST_PAUSE; ; pause = Math.min(GROWTH * pause, LONGEST_PAUSE)) {
      const state = await readState(client, id);
      const { totals, expectedProjects, stalled } = state;
      const isOver = hasEnded(state);
      // What was expected is only how many there were the last time.
      const expected = isOver ? totals.projects : expectedProjects;
      if (expected === null && !isTold) bar.print('How many projects it is about is not known yet.');
      isTold = true;
      bar.show('projects', totals.projects, expected ?? undefined);
      if (isOver || stalled) return;
      await surroundings.wait(pause);
    }
  } finally {
    bar.end();
  }
}
