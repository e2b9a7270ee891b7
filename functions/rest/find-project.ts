import { groupRef, nodeKey, projectRef } from '../../shared/domain/node.ts';
import type { Environment } from '../../shared/environment/environment.ts';
import { findByPath } from '../../shared/tree/find-by-path.ts';
import {
  chainAbove,
  isVisible,
  locate,
  type Located,
  locateVisible,
  type Sought,
} from '../../shared/tree/locate.ts';
import type { VisibleProject } from './entities/project.ts';

type Env = Pick<Environment, 'table' | 'log'>;

/**
 * The project of this id or full path, in any case; undefined where there is none, and where the caller may not see it.
 *
 * @param id as it stands in the path of the request: decoded, or with its slashes as `%2F`
 */
export async function findProject(env: Env, id: string, userId: string): Promise<VisibleProject | undefined> {
  const sought = await soughtBy(env, id);
  const located = sought && (await locateVisible(env, sought, userId));
  if (located?.node.kind !== 'project') return undefined;
  return { ...located, node: located.node, seen: await seenAbove(env, located, userId) };
}

async function soughtBy({ table }: Env, id: string): Promise<Sought | undefined> {
  if (!/^\d+$/.test(id)) return findByPath(table, 'project', decoded(id));
  const number = Number(id);
  return number > 0 && Number.isSafeInteger(number) ? projectRef(number) : undefined;
}

/** API Gateway decodes the path of some kinds of API and not of others; no path of a project has a `%` in it. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Who is a member of a project alone does not see the groups above it. */
async function seenAbove(env: Env, place: Located, userId: string): Promise<ReadonlySet<number>> {
  const ids = place.groups.map((group) => group.id);
  if (place.rootLevels.length > 0) return new Set(ids);
  const above = ids.map((id): Sought => ({ ...groupRef(id), chain: chainAbove(place, id) }));
  const located = await locate(env, above, userId);
  return new Set(ids.filter((id) => isVisible(located.get(nodeKey(groupRef(id))))));
}
