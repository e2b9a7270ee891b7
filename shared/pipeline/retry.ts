import type { Environment } from '../environment/environment.ts';

const MAXIMUM_ATTEMPTS = 40;

/**
 * Tries until it succeeds: full jitter between the tries, so that those who met do not meet again. `attempt` answers
 * undefined where somebody else was first. Throws after some forty tries, about a minute, and before it would wait longer
 * than the function has.
 */
export async function untilWritten<T>(
  { clock, random }: Pick<Environment, 'clock' | 'random'>,
  what: string,
  attempt: () => Promise<T | undefined>,
): Promise<T> {
  for (let tries = 0; tries < MAXIMUM_ATTEMPTS; tries += 1) {
    const answer = await attempt();
    if (answer !== undefined) return answer;
    const pause = random() * Math.min(3_000, 10 * 2 ** tries);
    if (clock.until !== undefined && clock.now() + pause > clock.until) break;
    await clock.sleep(pause);
  }
  throw new Error(`${what}: others were always first`);
}
