import type { Observation, Step } from '../observed.ts';
import type { Read } from './stored/change.ts';
import type { World } from './world.ts';

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

/** What every judge looks at, and to whom it calls. */
export abstract class Observer {
  protected readonly world: World;
  protected readonly report: Report;

  constructor(world: World, report: Report) {
    this.world = world;
    this.report = report;
  }
}
