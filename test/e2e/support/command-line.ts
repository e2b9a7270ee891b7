import { inject } from 'vitest';
import { type Command, launch } from './command.ts';

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

/** Runs a command of the command line on the shared stack, to its end. */
export async function commandLine(
  typed: readonly string[],
  environment: Record<string, string> = {},
): Promise<Ran> {
  return ranTo(launch(typed, { ...onSharedStack(), ...environment }));
}

/** What a command wrote, once it has ended. */
export async function ranTo(command: Command): Promise<Ran> {
  const code = await command.ended;
  return { code, data: command.standardOutput(), all: command.output() };
}
