import type { TreeNode } from '../../shared/domain/node.ts';
import type { Environment } from '../../shared/environment/environment.ts';
import { madeUpNode, plantNodes } from '../planting/plant-nodes.ts';

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

/** The same in small: either takes more than a page. */
export const SHORT_SHAPES: readonly Shape[] = [
  { name: 'flat, 1,600', groups: [{ path: [1], projects: 1600 }] },
  {
    name: '1,500 groups of two',
    groups: [
      { path: [1], projects: 0 },
      ...Array.from({ length: 1500 }, (_, index) => ({ path: [1, 2 + index], projects: 2 })),
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
    nodes.push(madeUpNode('group', id, above));
    for (let index = 0; index < projects; index += 1) {
      projectIds.push(projectIds.length + 1);
      nodes.push(madeUpNode('project', projectIds.length, chain));
    }
  }
  await plantNodes(table, nodes);
  return projectIds;
}
