import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { main } from '../../../cli/scan-profiles/main.ts';
import type { Command } from './command.ts';

export interface Ran {
  readonly code: number | null;
  /** What went to standard output. */
  readonly data: string;
  /** And with it what is for people. */
  readonly all: string;
}

/** The environment in which the command line finds the shared stack. */
export function onSharedStack(): Record<string, string> {
  return { SCAN_PROFILES_STATE_DIR: inject('stack').stateDir };
}

/**
 * Runs a command of the command line on the shared stack, to its end: in this process, since one of its own takes longer
 * to start than most commands to run. That it starts is seen by `npx`.
 */
export async function commandLine(
  typed: readonly string[],
  environment: Record<string, string> = {},
): Promise<Ran> {
  let data = '';
  let all = '';
  const code = await main(typed, {
    environment: { ...process.env, ...onSharedStack(), ...environment },
    signal: new AbortController().signal,
    output: {
      write: async (text) => {
        data += text;
        all += text;
        return Promise.resolve();
      },
    },
    terminal: { write: (text) => (all += text) },
    input: { isTerminal: false, chunks: () => Readable.from([]), line: async () => Promise.resolve('') },
    wait: async (milliseconds) => sleep(milliseconds),
    newKey: () => randomUUID(),
  });
  return { code, data, all };
}

/** What a command wrote, once it has ended. */
export async function ranTo(command: Command): Promise<Ran> {
  const code = await command.ended;
  return { code, data: command.standardOutput(), all: command.output() };
}
