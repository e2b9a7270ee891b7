import type { Effect } from './effect.ts';

/** Ids of the profiles that were removed, by project, each project once, however many pages it stands in; in order. */
export function removalsIn(
  pages: Iterable<ReadonlyMap<number, Effect>>,
): ReadonlyMap<number, readonly number[]> {
  const removals = new Map<number, Set<number>>();
  for (const page of pages) {
    for (const [projectId, { removed }] of page) {
      if (removed.length === 0) continue;
      const profileIds = removals.get(projectId) ?? new Set();
      for (const profileId of removed) profileIds.add(profileId);
      removals.set(projectId, profileIds);
    }
  }
  const inOrder = (one: number, other: number): number => one - other;
  return new Map(
    [...removals]
      .toSorted(([one], [other]) => inOrder(one, other))
      .map(([projectId, profileIds]) => [projectId, [...profileIds].toSorted(inOrder)]),
  );
}
