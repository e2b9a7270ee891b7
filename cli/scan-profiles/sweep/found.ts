import { countText } from '../output/plain.ts';

/** Projects that hold what is out of place, and the top-level group in whose log their repair stands. */
export interface Found {
  readonly rootId: number;
  readonly projectIds: readonly number[];
}

/** Collects what a sweep finds, a few projects at a time. */
export class FoundByRoot {
  private readonly projects = new Map<number, number[]>();

  add(rootId: number, projectIds: readonly number[]): void {
    this.projects.set(rootId, [...(this.projects.get(rootId) ?? []), ...projectIds]);
  }

  get all(): readonly Found[] {
    return [...this.projects].map(([rootId, projectIds]) => ({
      rootId,
      projectIds: projectIds.toSorted((one, other) => one - other),
    }));
  }
}

/** Ids of a root, and roots, that are told as text. */
const SHOWN = 20;

/** A line a root, with the first of its projects. */
export function foundLines(found: readonly Found[]): readonly string[] {
  const lines = found
    .slice(0, SHOWN)
    .map(
      ({ rootId, projectIds }) =>
        `group ${rootId}: project ${projectIds.slice(0, SHOWN).join(', ')}${moreThan(projectIds.length)}`,
    );
  const more = found.length - lines.length;
  return more > 0 ? [...lines, `and ${countText(more)} more groups: --json has all`] : lines;
}

function moreThan(count: number): string {
  return count > SHOWN ? ` and ${countText(count - SHOWN)} more: --json has all` : '';
}
