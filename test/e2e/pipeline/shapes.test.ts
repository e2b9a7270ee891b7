import { beforeAll, describe, expect, it } from 'vitest';
import { readProjects } from '../../../shared/storage/nodes.ts';
import { type Calls, callsOf } from '../support/calls.ts';
import { shared } from '../support/shared-stack.ts';
import { type PlantedTree, plantTree } from '../support/tree.ts';

/** How many of something, numbered. */
function numbered(count: number, name: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => name(index));
}

/** Three levels, as the deep tree of the sample: few projects at the top, most of them at the bottom. */
const DEEP = [
  ...numbered(30, (index) => `shape-deep/project-${index}`),
  ...numbered(49, (index) => `shape-deep/modules/project-${index}`),
  ...numbered(1600, (index) => `shape-deep/modules/packages/project-${index}`),
];

/** Twenty levels of groups, three projects on each. */
const TALL = numbered(20, (level) =>
  ['shape-tall', ...numbered(level, (index) => `level-${index}`)].join('/'),
).flatMap((path) => numbered(3, (index) => `${path}/project-${index}`));

/** Seven hundred groups of two projects each, below twenty groups: more than a message names. */
const NARROW = numbered(700, (index) => `shape-narrow/part-${index % 20}/group-${index}`).flatMap((path) => [
  `${path}/one`,
  `${path}/two`,
]);

const SHAPES: [string, string, string[]][] = [
  ['flat', 'shape-flat', numbered(2100, (index) => `shape-flat/project-${index}`)],
  ['deep', 'shape-deep', DEEP],
  ['twenty levels high', 'shape-tall', TALL],
  ['of 700 groups with two projects each', 'shape-narrow', NARROW],
];

let owner: Calls;

beforeAll(() => {
  owner = callsOf(shared, 'shape-owner');
});

describe.each(SHAPES)('a tree that is %s', (_, root, projects) => {
  let tree: PlantedTree;

  beforeAll(async () => {
    tree = await plantTree(shared, { projects, members: { 'shape-owner': { [root]: 50 } } });
  });

  it('is attached to as a whole, each project decided once', async () => {
    const groups = [tree.groups.get(root)];
    const attached = await owner.attach('secret_detection', { groups });
    expect(await owner.ended(attached.operation.id)).toMatchObject({
      status: 'SUCCEEDED',
      totals: { projects: projects.length, applied: projects.length, unchanged: 0, skipped: 0, failed: 0 },
    });
    const stored = [...(await readProjects(shared.table, [...tree.projects.values()])).values()];
    expect(stored).toHaveLength(projects.length);
    // One write each: its first version.
    expect(
      new Set(stored.map(({ state }) => `${state.version}/${Object.keys(state.attachments).length}`)),
    ).toEqual(new Set(['1/1']));
  });
});
