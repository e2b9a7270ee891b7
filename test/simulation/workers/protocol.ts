import type { Patch } from '../patch/patch.ts';
import type { Violation } from '../observed.ts';
import type { Size } from '../history/generator.ts';
import type { Tallies } from '../history/tally.ts';

/** What a thread is made with. */
export interface ThreadData {
  readonly patches: readonly Patch[];
  readonly size: Size;
  /** Whether each history runs on the engine too, and has to end in the same state there. */
  readonly engine: boolean;
  /** Milliseconds for which a shorter history is looked for where one breaks a promise; 0: it is told as it is. */
  readonly patience: number;
}

/** To a thread: the next history; or that there is none. */
export interface Next {
  readonly seed: number | undefined;
}

/** From a thread: it is ready for its first history. */
export interface Ready {
  readonly kind: 'READY';
}

/** From a thread: what came of a history. */
export interface Done extends Tallies {
  readonly kind: 'DONE';
  readonly seed: number;
  readonly digest: string;
  readonly steps: number;
  readonly violations: readonly Violation[];
  /** What happened, where a promise was broken. */
  readonly report: string | undefined;
}

export type FromThread = Ready | Done;
