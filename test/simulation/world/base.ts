import type { ScanType } from '../../../shared/domain/scan-types/scan-types.ts';
import type { Table } from '../../../shared/environment/environment.ts';
import { REGISTERED_AFTER_END } from '../../../shared/storage/registrations.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { type World, world } from '../../support/world.ts';
import { nodeOf, type SourceNode, SourceTree } from './source-tree.ts';

/** Groups of the tree at the beginning, and the groups that they are in. */
const GROUPS: readonly (readonly [number, number | null])[] = [
  [1, null],
  [2, null],
  [3, null],
  [11, 1],
  [12, 11],
  [21, 2],
  [31, 3],
];
const PROJECTS: readonly (readonly [number, number])[] = [
  [101, 1],
  [102, 1],
  [103, 11],
  [104, 11],
  [105, 12],
  [201, 2],
  [202, 21],
  [301, 31],
];

const SCAN_TYPES: readonly ScanType[] = ['SAST', 'SECRET_DETECTION', 'DEPENDENCY_SCANNING'];

/** Profiles of each root, in the order in which their numbers are drawn. */
const PROFILES: readonly (readonly [root: number, count: number])[] = [
  [1, 12],
  [2, 4],
  [3, 2],
];

/** What projects hold at the beginning: so many of the first profiles of their root. */
const HELD: readonly (readonly [project: number, first: number, count: number])[] = [
  [101, 1, 9],
  [103, 1, 10],
  [104, 1, 9],
  [105, 1, 8],
  [201, 13, 2],
  [202, 13, 1],
  [301, 17, 1],
];

/** When all of that was long ago, in milliseconds after it was made. */
const LATER = 2 * REGISTERED_AFTER_END;

/** Numbers of the profiles of a root at the beginning. */
export function profilesOf(rootId: number): readonly number[] {
  const before = PROFILES.findIndex(([root]) => root === rootId);
  const first = 1 + PROFILES.slice(0, before).reduce((sum, [, count]) => sum + count, 0);
  return Array.from({ length: PROFILES[before]?.[1] ?? 0 }, (_, index) => first + index);
}

export const ROOTS = [1, 2, 3] as const;

/** The tree at its source, as every history finds it. */
export function baseTree(): SourceTree {
  const tree = new SourceTree();
  for (const node of baseNodes()) tree.set(node);
  return tree;
}

function baseNodes(): readonly SourceNode[] {
  return [
    ...GROUPS.map(([id, parentId]) => nodeOf(`group:${id}`, parentId, `group-${id}`)),
    ...PROJECTS.map(([id, parentId]) => nodeOf(`project:${id}`, parentId, `project-${id}`)),
  ];
}

/** Fills an empty table by the product's own code. Answers the time at which histories begin: nothing runs any more then. */
export async function makeBase(table: Table): Promise<number> {
  const env = testEnvironment(table);
  const made = world(env);
  for (const [id, parentId] of GROUPS) await made.group(id, parentId);
  for (const [id, parentId] of PROJECTS) await made.project(id, parentId);
  for (const [root, count] of PROFILES) {
    for (let index = 0; index < count; index += 1)
      await customProfiles(table, root, 1, { scanType: SCAN_TYPES[index % SCAN_TYPES.length] ?? 'SAST' });
  }
  for (const [project, first, count] of HELD) await hold(made, project, first, count);
  env.clock.advance(LATER);
  await made.janitor();
  await made.drain();
  await made.janitor();
  return env.clock.now();
}

async function hold(made: World, project: number, first: number, count: number): Promise<void> {
  for (let id = first; id < first + count; id += 1) {
    await made.ended(await made.request({ profile: { id }, projectIds: [project] }));
  }
}
