import type { Patch } from '../../patch/patch.ts';
import type { Work } from '../scenes.ts';

/** What a thread is made with. */
export interface ThreadData {
  readonly patches: readonly Patch[];
}

/** To a thread: what to do next; undefined: nothing any more. */
export interface Next {
  readonly work: Work | undefined;
}

/** From a thread: so many schedules more were run. */
export interface Progress {
  readonly kind: 'PROGRESS';
  readonly schedules: number;
}

/** From a thread, which is ready for something to do. */
export interface Done {
  readonly kind: 'DONE';
  /** Of nothing, at first. */
  readonly explored?: { readonly schedules: number; readonly repeated: number; readonly steps: number };
  readonly violation?: { readonly what: string; readonly schedule: readonly string[] };
}
