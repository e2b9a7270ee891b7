import { randomInt } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { importTree } from '../../../shared/import/import-tree.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import type { StackClient } from './client.ts';

export interface WantedTree {
  /** Full paths. The groups above them are made too. */
  projects?: string[];
  /** Full paths of groups that may stay empty. */
  groups?: string[];
  /** User → full path of a group or project → access level. */
  members?: Record<string, Record<string, number>>;
}

/** By full path. */
export interface PlantedTree {
  groups: ReadonlyMap<string, number>;
  projects: ReadonlyMap<string, number>;
}

/** Older than any event of a test. */
const AS_OF = Date.parse('2026-11-01T00:00:00Z');

/** Imports a tree into a running stack, with ids that no other test has. Root groups have to have names of their own. */
export async function plantTree(client: StackClient, wanted: WantedTree): Promise<PlantedTree> {
  let id = randomInt(1, 2 ** 40) * 100;
  const number = (paths: Iterable<string>): Map<string, number> =>
    new Map(Array.from(paths, (path) => [path, id++]));
  const projectPaths = wanted.projects ?? [];
  const groups = number(
    new Set([...projectPaths.map(dirname), ...(wanted.groups ?? [])].flatMap(withAncestors)),
  );
  const projects = number(projectPaths);
  const tree = { groups, projects };
  await importLines(client, {
    groups: Array.from(groups, ([path, id]) => {
      const parent_id = groups.get(dirname(path)) ?? null;
      return { id, path: lastOf(path), name: lastOf(path), full_path: path, parent_id };
    }),
    projects: Array.from(projects, ([path, id]) => {
      const namespace = { id: idOf(groups, dirname(path)) };
      return { id, path: lastOf(path), name: lastOf(path), path_with_namespace: path, namespace };
    }),
    members: Object.entries(wanted.members ?? {}).flatMap(([user_id, levels]) =>
      Object.entries(levels).map(([path, access_level]) => {
        const group_id = groups.get(path);
        const on = group_id === undefined ? { project_id: idOf(projects, path) } : { group_id };
        return { user_id, access_level, ...on };
      }),
    ),
  });
  return tree;
}

async function importLines(
  client: StackClient,
  files: Record<'groups' | 'projects' | 'members', object[]>,
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'scan-profiles-tree-'));
  const write = async (name: keyof typeof files): Promise<string> => {
    const path = join(directory, `${name}.ndjson`);
    await writeFile(path, files[name].map((line) => `${JSON.stringify(line)}\n`).join(''));
    return path;
  };
  try {
    const [groups, projects, members] = await Promise.all([
      write('groups'),
      write('projects'),
      write('members'),
    ]);
    const env = testEnvironment(client.table, { now: Date.now() });
    const onBadLine = ({ reason }: { reason: string }): never => {
      throw new Error(`The tree of the test is wrong: ${reason}`);
    };
    await importTree(env, { groups, projects, members, asOf: AS_OF, onBadLine });
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** `a/b/c` → `a`, `a/b`, `a/b/c`. */
function withAncestors(path: string): string[] {
  return path.split('/').map((_slug, index, slugs) => slugs.slice(0, index + 1).join('/'));
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function idOf(ids: ReadonlyMap<string, number>, path: string): number {
  const id = ids.get(path);
  if (id === undefined) throw new Error(`The tree of the test has no ${path}`);
  return id;
}
