import { groupRef, nodeKey, type NodeRef, projectRef } from '../../shared/domain/node.ts';
import type { Environment } from '../../shared/environment/environment.ts';
import { findByPath } from '../../shared/tree/find-by-path.ts';
import { isVisible, locate, type Located, locateVisible } from '../../shared/tree/locate.ts';
import type { VisibleProject } from './entities/project.ts';

type Env = Pick<Environment, 'table' | 'log'>;

/**
 * The project of this id or full path, in any case; undefined where there is none, and where the caller may not see it.
 *
 * @param id as it stands in the path of the request: decoded, or with its slashes as `%2F`
 */
export async function findProject(env: Env, id: string, userId: string): Promise<VisibleProject | undefined> {
  const ref = await refOf(env, id);
  const located = ref && (await locateVisible(env, ref, userId));
  if (located?.node.kind !== 'project') return undefined;
  return { ...located, node: located.node, seen: await seenAbove(env, located, userId) };
}

async function refOf({ table }: Env, id: string): Promise<NodeRef | undefined> {
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
async function seenAbove(
  env: Env,
  { groups, rootLevels }: Located,
  userId: string,
): Promise<ReadonlySet<number>> {
  const ids = groups.map((group) => group.id);
  if (rootLevels.length > 0) return new Set(ids);
  const located = await locate(env, ids.map(groupRef), userId);
  return new Set(ids.filter((id) => isVisible(located.get(nodeKey(groupRef(id))))));
}
