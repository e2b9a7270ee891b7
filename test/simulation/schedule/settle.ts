import { setImmediate as turn } from 'node:timers/promises';
import type { Task } from './task.ts';

/** Turns of the event loop after which a function that neither waits nor ends is taken for stuck. */
const PATIENCE = 10_000;

/**
 * Waits until nothing can go on but calls that wait to be let through: all that was ready has run in one turn of the event
 * loop, and each task that runs waits for a call. Throws where one does neither that nor end: it waits for something that
 * the simulation does not know.
 */
export async function settle(tasks: Iterable<Task>): Promise<void> {
  await turn();
  for (let turns = 0; [...tasks].some(isOnItsWay); turns += 1) {
    if (turns === PATIENCE) throw new Error('a task waits for something outside of the simulation');
    await turn();
  }
}

function isOnItsWay({ state, waiting }: Task): boolean {
  return state === 'RUNNING' && waiting.length === 0;
}
