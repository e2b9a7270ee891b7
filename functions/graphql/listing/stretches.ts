import type { Position } from './position.ts';
import type { Step } from './walk.ts';

/** Some of the projects of a walk, one after the other. */
export interface Stretch {
  readonly projects: readonly (Position & { readonly id: number })[];
  /** What the walk is done with by then; undefined where it is nothing yet. */
  readonly end: Position | undefined;
  /** Whether the walk is over with it. */
  readonly isLast: boolean;
}

/** How far a walk goes. */
export interface Bounds {
  /** Projects of a stretch. */
  readonly size: number;
  /** Projects, and groups, in all. */
  readonly maximum: number;
  /** Heeded once the walk is done with something: who asks again for the rest has to come to the end some time. */
  readonly isOver: () => boolean;
}

/** Cuts a walk into stretches, of which the last one that is made says whether the walk came to its end. */
export async function* stretches(
  steps: AsyncIterable<Step>,
  { size, maximum, isOver }: Bounds,
): AsyncGenerator<Stretch, void, void> {
  let projects: (Position & { readonly id: number })[] = [];
  let end: Position | undefined;
  let visits = 0;
  let taken = 0;
  for await (const step of steps) {
    if (step.kind === 'VISIT') {
      visits += 1;
      if (visits > maximum || (end && isOver())) return yield { projects, end, isLast: false };
      continue;
    }
    if (step.kind === 'PROJECT') {
      if (projects.length === size) {
        yield { projects, end, isLast: false };
        projects = [];
        if (isOver()) return;
      }
      if (taken === maximum) return yield { projects, end, isLast: false };
      projects.push({ id: step.id, ...step.position });
      taken += 1;
    }
    end = step.position;
  }
  yield { projects, end, isLast: true };
}
