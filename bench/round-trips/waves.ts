import { setImmediate as turn } from 'node:timers/promises';
import type { Table } from '../../shared/environment/environment.ts';

/** Names of the commands that go out together, and of those that wait for an answer to one of these, and so on. */
export type Waves = readonly (readonly string[])[];

/** Turns of the event loop in which nothing new is asked for, after which all that can go on without an answer has. */
const QUIET = 10;

interface Call {
  readonly command: string;
  readonly release: () => void;
  /** Settles when it is answered. */
  readonly answered: Promise<unknown>;
}

/**
 * Lets the calls of a table's client through in waves: each waits until nothing else can go on without an answer, then all
 * that wait go out at once, and the next ones when all of these are answered. So the number of waves is that of the calls
 * in the longest chain in which each waits for the one before, whatever the calls take. `read` ends it.
 */
export function inWaves({ client }: Table): { readonly read: () => Waves } {
  const waves: string[][] = [];
  let waiting: Call[] = [];
  let isWatched = false;

  async function quiet(): Promise<void> {
    let seen = waiting.length;
    for (let turns = 0; turns < QUIET; turns += 1) {
      await turn();
      if (waiting.length > seen) turns = 0;
      seen = waiting.length;
    }
  }

  async function watch(): Promise<void> {
    isWatched = true;
    await quiet();
    while (waiting.length > 0) {
      const wave = waiting;
      waiting = [];
      waves.push(wave.map(({ command }) => command));
      for (const { release } of wave) release();
      await Promise.allSettled(wave.map(async ({ answered }) => answered));
      await quiet();
    }
    isWatched = false;
  }

  const name = 'inWaves';
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const { promise, resolve } = Promise.withResolvers<unknown>();
      const answered = promise.then(async () => next(args));
      const command = (context.commandName ?? 'unknown').replace(/Command$/, '');
      waiting.push({ command, release: () => resolve(undefined), answered });
      if (!isWatched) void watch();
      return answered;
    },
    { name, step: 'initialize' },
  );
  return {
    read() {
      client.middlewareStack.remove(name);
      return waves;
    },
  };
}
