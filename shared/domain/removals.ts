import type { ProjectState } from './project-state.ts';

/** What an operation removed from the projects of a page: profile id → ids of the projects that held it. */
export type Removals = Readonly<Record<string, readonly number[]>>;

/**
 * Ids of the profiles that an operation took from a project, read off the project's state: the same however often one
 * looks, and also where somebody else did it in the operation's name.
 */
export function removedBy(operationId: string, { decided }: ProjectState): readonly string[] {
  return Object.entries(decided)
    .filter(([, decision]) => decision.operationId === operationId && decision.removed !== undefined)
    .map(([profileId]) => profileId);
}

/** Packs what was removed, by project, so that a page's record stays small: projects of a page often lose the same. */
export function packRemovals(removed: ReadonlyMap<number, readonly string[]>): Removals {
  const removals: Record<string, number[]> = {};
  for (const [projectId, profileIds] of removed) {
    for (const profileId of profileIds) (removals[profileId] ??= []).push(projectId);
  }
  return removals;
}

/** Profile ids by project, each project once, however many pages it stands in. Both in the order of their ids. */
export function unpackRemovals(pages: Iterable<Removals>): ReadonlyMap<number, readonly number[]> {
  const removed = new Map<number, Set<number>>();
  for (const page of pages) {
    for (const [profileId, projectIds] of Object.entries(page)) {
      for (const projectId of projectIds) {
        const profileIds = removed.get(projectId) ?? new Set();
        removed.set(projectId, profileIds.add(Number(profileId)));
      }
    }
  }
  const inOrder = (one: number, other: number): number => one - other;
  return new Map(
    [...removed]
      .toSorted(([one], [other]) => inOrder(one, other))
      .map(([projectId, profileIds]) => [projectId, [...profileIds].toSorted(inOrder)]),
  );
}
