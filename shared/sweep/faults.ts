import type { Environment } from '../environment/environment.ts';
import type { ProjectNode } from '../storage/nodes.ts';
import { getProfiles } from '../storage/profiles.ts';
import { placesOf } from '../tree/snapshot.ts';
import { actingSince, type Foreign, withoutThoseUnderWay } from './under-way.ts';

type Env = Pick<Environment, 'table' | 'clock'>;

/**
 * Projects that hold attachments which nobody can see and nobody is about to take away, by the root in whose log that is
 * to be written: the one that they still count as theirs. An attachment is out of place where the project has moved to
 * another root, where its profile was deleted, and where its profile belongs to another root.
 *
 * @param since epoch milliseconds before the projects were read
 */
export async function faultsAmong(
  env: Env,
  projects: readonly ProjectNode[],
  since: number,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const holders = projects.filter(({ state }) => Object.keys(state.attachments).length > 0);
  const places = await placesOf(env.table, holders);
  const foreign: Foreign[] = [];
  const resident: ProjectNode[] = [];
  for (const project of holders) {
    const walk = places.get(project.id);
    // Without a root nothing is visible, and nothing is taken away: its parent may still arrive.
    if (walk?.result !== 'FOUND') continue;
    const { place } = walk;
    const { rootId } = project.state;
    if (rootId === place.root.id) resident.push(project);
    else foreign.push({ project, place, rootId: rootId ?? place.root.id });
  }
  const found: readonly Found[] = [
    ...(await withoutThoseUnderWay(env, foreign, since)),
    ...(await deletedAmong(env, resident, since)),
  ];
  const byRoot = Map.groupBy(found, ({ rootId }) => rootId);
  return new Map([...byRoot].map(([rootId, ones]) => [rootId, ones.map(({ project }) => project.id)]));
}

type Found = Pick<Foreign, 'project' | 'rootId'>;

/** Of projects that are where their state says. A profile that is being deleted is about to be taken away. */
async function deletedAmong(
  env: Env,
  projects: readonly ProjectNode[],
  since: number,
): Promise<readonly Found[]> {
  const byRoot = Map.groupBy(projects, ({ state }) => state.rootId ?? 0);
  const found: Found[] = [];
  for (const [rootId, ones] of byRoot) {
    const held = new Set(ones.flatMap(({ state }) => Object.keys(state.attachments).map(Number)));
    const profiles = await getProfiles(env.table, rootId, [...held]);
    const gone = new Set([...held].filter((id) => (profiles.get(id)?.status ?? 'DELETED') === 'DELETED'));
    if (gone.size === 0) continue;
    // A deletion is registered as the detach that it is for projects.
    for (const { change } of await actingSince(env, [rootId], since))
      if (change.kind === 'DETACH') gone.delete(change.profileId);
    const isGone = (id: string): boolean => gone.has(Number(id));
    for (const project of ones)
      if (Object.keys(project.state.attachments).some(isGone)) found.push({ project, rootId });
  }
  return found;
}
