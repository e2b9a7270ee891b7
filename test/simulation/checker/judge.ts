import type { Observation, Step } from '../observed.ts';
import type { Read } from './stored/change.ts';

/** Calls a violation. */
export type Report = (promise: string, step: Step, what: string) => void;

/** Judges one promise. The world is always as it was after the command, or observation, that it is told of. */
export interface Judge {
  /** What one command changed, all at once. */
  wrote?(step: Step, reads: readonly Read[]): void;
  observe?(observation: Observation): void;
  /** Nothing happens any more: what is promised in the end has to hold now. */
  atRest?(step: Step): void;
}
