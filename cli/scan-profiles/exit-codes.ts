import { Refusal } from '../../local/refusal.ts';

/** What the command ends with; scripts rely on it, and `--help` documents it. */
export const EXIT = { success: 0, failure: 1, partial: 2, misuse: 64, interrupted: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What to tell the person who pressed Ctrl-C. */
export class Interruption extends Error {
  override name = 'Interruption';
}

/** A command line that makes no sense, and how it is meant. */
export class Misuse extends Refusal {
  override name = 'Misuse';
}
