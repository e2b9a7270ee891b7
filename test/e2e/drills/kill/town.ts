import type { Random } from '../../../simulation/schedule/random.ts';
import type { StackClient, TestEvent } from '../../support/client.ts';
import { plantTree } from '../../support/tree.ts';

export const OWNER = 'drill-owner';

/** Share of the moves that are of a group. */
const GROUP_SHARE = 0.1;

/** Groups below each root at the beginning. */
const PARTS = 8;

/** A tree of two roots, and where everything has to be once all events have taken effect. */
export interface Town {
  readonly roots: readonly number[];
  /** Group below a root → its root. */
  readonly parts: Map<number, number>;
  /** Project → its group. */
  readonly projects: Map<number, number>;
}

/** Plants roots with groups of so many projects in all. */
export async function plantTown(client: StackClient, count: number): Promise<Town> {
  const names = ['alpha', 'beta'];
  const groups = names.flatMap((root) =>
    Array.from({ length: PARTS }, (_, index) => `${root}/part-${index}`),
  );
  const paths = Array.from(
    { length: count },
    (_, index) => `${groups[index % groups.length] ?? ''}/project-${index}`,
  );
  const tree = await plantTree(client, {
    projects: paths,
    members: { [OWNER]: { alpha: 50, beta: 50 } },
  });
  const idOf = (path: string): number => {
    const id = tree.groups.get(path) ?? tree.projects.get(path);
    if (id === undefined) throw new Error(`${path} was not planted`);
    return id;
  };
  const parentOf = (path: string): number => idOf(path.slice(0, path.lastIndexOf('/')));
  return {
    roots: names.map(idOf),
    parts: new Map(groups.map((path) => [idOf(path), parentOf(path)])),
    projects: new Map(paths.map((path) => [idOf(path), parentOf(path)])),
  };
}

/** The root to which a project belongs in the end. */
export function rootOf({ parts, projects }: Town, projectId: number): number {
  const root = parts.get(projects.get(projectId) ?? 0);
  if (root === undefined) throw new Error(`project ${projectId} is nowhere`);
  return root;
}

/** Moves projects, and now and then a group with all its projects, anywhere. Answers the events that say so. */
export function move(town: Town, random: Random, count: number, from: number): readonly TestEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const occurred_at = new Date(from + index).toISOString();
    return random.chance(GROUP_SHARE)
      ? moveGroup(town, random, occurred_at)
      : moveProject(town, random, occurred_at);
  });
}

function moveGroup({ roots, parts }: Town, random: Random, occurred_at: string): TestEvent {
  const group = random.pick([...parts.keys()]);
  const old_parent_id = parts.get(group);
  const new_parent_id = random.pick(roots.filter((root) => root !== old_parent_id));
  parts.set(group, new_parent_id);
  const detail = { group_id: group, old_parent_id, new_parent_id, occurred_at };
  return { detailType: 'GroupTransferredEvent', detail };
}

function moveProject({ parts, projects }: Town, random: Random, occurred_at: string): TestEvent {
  const project_id = random.pick([...projects.keys()]);
  const old_namespace_id = projects.get(project_id);
  const new_namespace_id = random.pick([...parts.keys()].filter((group) => group !== old_namespace_id));
  projects.set(project_id, new_namespace_id);
  return {
    detailType: 'ProjectTransferredEvent',
    detail: { project_id, old_namespace_id, new_namespace_id, occurred_at },
  };
}
