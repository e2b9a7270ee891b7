import { expect, it } from 'vitest';
import { madeUpTree } from '../../bench/planting/made-up-tree.ts';
import { nodeKey } from '../../shared/domain/node.ts';

it('a made-up tree has so many projects, on twenty levels of several roots, parents first, and is the same again', () => {
  const { roots, nodes } = madeUpTree(10_000);
  const known = new Set<string>();
  let projects = 0;
  let levels = 0;
  for (const node of nodes) {
    const { kind, id, parentId, chain } = node;
    if (parentId !== null) expect(known.has(`group:${parentId}`)).toBe(true);
    const root = roots.find(({ groupId }) => groupId === (chain.at(-1) ?? id));
    if (kind === 'project') {
      projects += 1;
      expect(id).toBeGreaterThanOrEqual(root?.first ?? NaN);
      expect(id).toBeLessThanOrEqual(root?.last ?? NaN);
    } else levels = Math.max(levels, chain.length + 1);
    known.add(nodeKey(node));
  }
  expect({ projects, levels, roots: roots.length }).toEqual({ projects: 10_000, levels: 20, roots: 5 });
  expect([...madeUpTree(10_000).nodes]).toEqual([...nodes]);
  expect([...madeUpTree(10_000, 2).nodes]).not.toEqual([...nodes]);
});
