import type { Input } from './input/input.ts';
import type { Terminal } from '../terminal/progress-bar.ts';

/** Where data goes: `write` settles when there is room for more. */
export interface Output {
  write(text: string): Promise<void>;
}

/** All that the command touches besides the deployment. */
export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  /** Data and nothing else. */
  readonly output: Output;
  /** What is for people: progress, notes and advice. */
  readonly terminal: Terminal;
  readonly input: Input;
  /** Aborted when the person presses Ctrl-C. */
  readonly signal: AbortSignal;
  /** Milliseconds. Rejects when the signal is aborted. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly newKey: () => string;
}
