import type { Environment } from '../environment/environment.ts';
import type { ProjectNode } from '../storage/nodes.ts';
import { getProfiles } from '../storage/profiles.ts';
import { listActing } from '../storage/registrations.ts';
import { placesOf } from '../tree/snapshot.ts';

type Env = Pick<Environment, 'table' | 'clock'>;

/**
 * Projects that hold attachments which nobody can see and nobody is about to take away, by the root in whose log that is
 * to be written: the one that they still count as theirs. An attachment is out of place where the project has moved to
 * another root, where its profile was deleted, and where its profile belongs to another root.
 */
export async function faultsAmong(
  env: Env,
  projects: readonly ProjectNode[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const holders = projects.filter(({ state }) => Object.keys(state.attachments).length > 0);
  const places = await placesOf(env.table, holders);
  const foreign: Found[] = [];
  const resident: ProjectNode[] = [];
  for (const project of holders) {
    const walk = places.get(project.id);
    // Without a root nothing is visible, and nothing is taken away: its parent may still arrive.
    if (walk?.result !== 'FOUND') continue;
    const { rootId } = project.state;
    if (rootId === walk.place.root.id) resident.push(project);
    else foreign.push({ projectId: project.id, rootId: rootId ?? walk.place.root.id });
  }
  const found = [...(await withoutThoseUnderWay(env, foreign)), ...(await deletedAmong(env, resident))];
  const byRoot = Map.groupBy(found, ({ rootId }) => rootId);
  return new Map([...byRoot].map(([rootId, ones]) => [rootId, ones.map(({ projectId }) => projectId)]));
}

interface Found {
  readonly projectId: number;
  readonly rootId: number;
}

/** What moved a moment ago waits for the clean-up that came with the move. */
async function withoutThoseUnderWay(
  { table, clock }: Env,
  found: readonly Found[],
): Promise<readonly Found[]> {
  const roots = [...new Set(found.map(({ rootId }) => rootId))];
  const lists = await Promise.all(roots.map(async (rootId) => listActing(table, rootId, clock.now())));
  const busy = new Set(
    lists
      .flat()
      .filter(({ change, endedAt }) => change.kind === 'REHOME' && endedAt === undefined)
      .map(({ rootId }) => rootId),
  );
  return found.filter(({ rootId }) => !busy.has(rootId));
}

/** Of projects that are where their state says. A profile that is being deleted is about to be taken away. */
async function deletedAmong({ table }: Env, projects: readonly ProjectNode[]): Promise<readonly Found[]> {
  const byRoot = Map.groupBy(projects, ({ state }) => state.rootId ?? 0);
  const found: Found[] = [];
  for (const [rootId, ones] of byRoot) {
    const ids = new Set(ones.flatMap(({ state }) => Object.keys(state.attachments).map(Number)));
    const profiles = await getProfiles(table, rootId, [...ids]);
    const isGone = (id: string): boolean => (profiles.get(Number(id))?.status ?? 'DELETED') === 'DELETED';
    for (const { id, state } of ones)
      if (Object.keys(state.attachments).some(isGone)) found.push({ projectId: id, rootId });
  }
  return found;
}
