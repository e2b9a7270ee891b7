import { MAXIMUM_LEVELS, type TreeNode } from '../../shared/domain/node.ts';
import { type Random, seeded } from '../../test/simulation/schedule/random.ts';
import { madeUpNode } from './plant-nodes.ts';
import type { MadeUpTree, Root } from './plant-tree.ts';

/** Parts stand in one root after the other. */
const ROOTS = 5;

/** Levels on which parts stand. The groups of a part take the two levels that are left. */
const PLACES = MAXIMUM_LEVELS - 2;

/** Share of all projects that stand in one flat group, however many there are. */
const FLAT_SHARE = 0.1;

/** Parts of a tree: how many groups they have, and about how many projects in each. */
const KINDS = [
  { groups: 1, projects: 1_000 },
  { groups: 150, projects: 2 },
  { groups: 20, projects: 25 },
];

interface Part {
  readonly root: number;
  /** Below so many groups. */
  readonly level: number;
  /** The number of projects of each of its groups. */
  readonly groups: readonly number[];
}

/**
 * A tree of exactly so many projects, the same for the same seed: wide, middle and narrow groups on all levels of several
 * roots, and one group with a tenth of all. Nodes are made as they are asked for.
 */
export function madeUpTree(projects: number, seed = 1): MadeUpTree {
  const parts = partsOf(projects, seeded(seed)).toSorted((one, other) => one.root - other.root);
  const byRoot = [...Map.groupBy(parts, ({ root }) => root).values()];
  const counts = byRoot.map((own) => own.reduce((sum, { groups }) => sum + total(groups), 0));
  const roots = counts.map((count, index): Root => {
    const before = total(counts.slice(0, index));
    return { groupId: index + 1, first: before + 1, last: before + count };
  });
  return { roots, nodes: { [Symbol.iterator]: () => nodesOf(byRoot) } };
}

function partsOf(projects: number, random: Random): readonly Part[] {
  const flat = Math.floor(projects * FLAT_SHARE);
  const parts: Part[] = [{ root: 0, level: 1, groups: [flat] }];
  for (let left = projects - flat, index = 0; left > 0; index += 1) {
    const kind = KINDS[index % KINDS.length] ?? { groups: 1, projects: 1 };
    const groups: number[] = [];
    for (let group = 0; group < kind.groups && left > 0; group += 1) {
      const wanted = 1 + random.below(2 * kind.projects - 1);
      groups.push(Math.min(left, wanted));
      left -= Math.min(left, wanted);
    }
    parts.push({ root: index % ROOTS, level: 1 + ((7 * index) % PLACES), groups });
  }
  return parts;
}

/** Below each root a line of groups, one a level; parts hang from it. */
function* nodesOf(byRoot: readonly (readonly Part[])[]): Generator<TreeNode> {
  let groups = byRoot.length;
  let projects = 0;
  for (const [index, parts] of byRoot.entries()) {
    const line = [index + 1];
    yield madeUpNode('group', index + 1, []);
    while (line.length < PLACES) {
      groups += 1;
      yield madeUpNode('group', groups, line);
      line.unshift(groups);
    }
    for (const part of parts) {
      groups += 1;
      const above = line.slice(line.length - part.level);
      const chain = [groups, ...above];
      yield madeUpNode('group', groups, above);
      for (const count of part.groups) {
        groups += 1;
        yield madeUpNode('group', groups, chain);
        const own = [groups, ...chain];
        for (let left = count; left > 0; left -= 1) {
          projects += 1;
          yield madeUpNode('project', projects, own);
        }
      }
    }
  }
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
