import { vi } from 'vitest';

/** Milliseconds. */
const TIMEOUT = 60_000;
const INTERVAL = 100;

/** Tries until `attempt` does not throw any more, and answers what it returned; then gives up with its last error. */
export async function eventually<Value>(attempt: () => Promise<Value>, timeout = TIMEOUT): Promise<Value> {
  return vi.waitFor(attempt, { timeout, interval: INTERVAL });
}
