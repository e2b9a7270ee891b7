import { groupRef, type TreeNode } from '../../shared/domain/node.ts';
import type { Table } from '../../shared/environment/environment.ts';
import { setMember } from '../../shared/tree/set-member.ts';
import { testEnvironment } from '../../test/support/test-environment.ts';
import type { Target } from '../local-stack/measure.ts';
import { madeUpNode, plantNodes } from './plant-nodes.ts';

/** A top-level group: its projects have the numbers from `first` up to `last`. */
export interface Root {
  readonly groupId: number;
  readonly first: number;
  readonly last: number;
}

export interface MadeUpTree {
  readonly roots: readonly Root[];
  /** Parents before children. Made as they are asked for. */
  readonly nodes: Iterable<TreeNode>;
}

/** Projects that all stand in one group, which is the root. */
export function flatTree(projects: number): MadeUpTree {
  return { roots: [{ groupId: 1, first: 1, last: projects }], nodes: { [Symbol.iterator]: nodes } };
  function* nodes(): Generator<TreeNode> {
    yield madeUpNode('group', 1, []);
    for (let id = 1; id <= projects; id += 1) yield madeUpNode('project', id, [1]);
  }
}

/**
 * Writes a tree into a table, with an owner of all its roots.
 *
 * @param onProjects is told how many projects are written so far
 */
export async function plantTree(
  table: Table,
  { roots, nodes }: MadeUpTree,
  owner: string,
  onProjects: (projects: number) => void = () => undefined,
): Promise<{ readonly targets: readonly Target[]; readonly groups: number }> {
  let groups = 0;
  let projects = 0;
  await plantNodes(table, nodes, (batch) => {
    const more = batch.filter(({ kind }) => kind === 'project').length;
    projects += more;
    groups += batch.length - more;
    onProjects(projects);
  });
  const env = testEnvironment(table);
  for (const { groupId } of roots)
    await setMember(env, { ref: groupRef(groupId), userId: owner, accessLevel: 50, at: 0 });
  return { targets: roots.map(targetOf), groups };
}

function targetOf({ groupId, first, last }: Root): Target {
  const projectIds = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return { name: `root ${groupId}`, groupId, projectIds };
}
