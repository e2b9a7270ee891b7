import type { TreeNode } from '../../shared/domain/node.ts';
import type { Environment } from '../../shared/environment/environment.ts';
import { putEdge } from '../../shared/storage/edges.ts';
import { createNode } from '../../shared/storage/nodes.ts';
import { transact } from '../../shared/storage/write.ts';

/** A made-up tree below group 1: the number of projects in each group, by the path of group ids from the root down. */
export interface Shape {
  readonly name: string;
  readonly groups: readonly { readonly path: readonly number[]; readonly projects: number }[];
}

/** The shapes of the sample's largest groups, and one that is as unfavourable as it gets. */
export const SHAPES: readonly Shape[] = [
  { name: 'flat, 5,455', groups: [{ path: [1], projects: 5455 }] },
  {
    name: 'deep, 4,179',
    groups: [
      { path: [1], projects: 30 },
      { path: [1, 2], projects: 49 },
      { path: [1, 2, 3], projects: 4100 },
    ],
  },
  {
    name: '2,000 groups of two',
    groups: [
      { path: [1], projects: 0 },
      ...Array.from({ length: 2000 }, (_, index) => ({ path: [1, 2 + index], projects: 2 })),
    ],
  },
];

/** The same in small: two pages of a flat group, and groups of two. */
export const SHORT_SHAPES: readonly Shape[] = [
  { name: 'flat, 1,000', groups: [{ path: [1], projects: 1000 }] },
  {
    name: '200 groups of two',
    groups: [
      { path: [1], projects: 0 },
      ...Array.from({ length: 200 }, (_, index) => ({ path: [1, 2 + index], projects: 2 })),
    ],
  },
];

/** Writes a tree as an import would. Answers the ids of its projects. */
export async function plant(
  { table }: Pick<Environment, 'table'>,
  { groups }: Shape,
): Promise<readonly number[]> {
  const nodes: TreeNode[] = [];
  const projectIds: number[] = [];
  for (const { path, projects } of groups) {
    const chain = path.toReversed();
    const [id = 1, ...above] = chain;
    nodes.push(node('group', id, above));
    for (let index = 0; index < projects; index += 1) {
      projectIds.push(projectIds.length + 1);
      nodes.push(node('project', projectIds.length, chain));
    }
  }
  for (let start = 0; start < nodes.length; start += 50) {
    const pieces = nodes
      .slice(start, start + 50)
      .flatMap((created) => [createNode(created), putEdge(created)]);
    await transact(table, pieces);
  }
  return projectIds;
}

function node(kind: TreeNode['kind'], id: number, chain: readonly number[]): TreeNode {
  const slug = `${kind}-${id}`;
  const times = { placedAt: 0, namedAt: 0, changedAt: 0 };
  return { kind, id, slug, name: slug, parentId: chain[0] ?? null, version: 0, chain, ...times };
}
