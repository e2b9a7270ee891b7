import type { Random } from '../schedule/random.ts';
import type { TreeChange } from '../world/actions.ts';
import { ROOTS } from '../world/base.ts';
import type { SourceTree } from '../world/source-tree.ts';

/** A change of the tree that is possible at its source, most of the time; `number` keeps new names apart. */
export function treeChange(random: Random, tree: SourceTree, number: number): TreeChange | undefined {
  const dice = random.next();
  if (dice < 0.42) return moveProject(random, tree);
  if (dice < 0.67) return moveGroup(random, tree);
  if (dice < 0.77) return moveRoot(random, tree);
  if (dice < 0.85) return rename(random, tree, number);
  if (dice < 0.94) return create(random, tree, number);
  return remove(random, tree);
}

function moveProject(random: Random, tree: SourceTree): TreeChange | undefined {
  const projects = tree.projects();
  if (projects.length === 0) return undefined;
  const { name, parentId } = random.pick(projects);
  return to(
    random,
    name,
    tree
      .groups()
      .filter(({ id }) => id !== parentId)
      .map(({ id }) => id),
  );
}

function moveGroup(random: Random, tree: SourceTree): TreeChange | undefined {
  const groups = tree.groups().filter(({ parentId }) => parentId !== null);
  if (groups.length === 0) return undefined;
  const { id, name, parentId } = random.pick(groups);
  const places = tree.groups().filter((place) => !tree.isWithin(place.id, id) && place.id !== parentId);
  return to(
    random,
    name,
    places.map((place) => place.id),
  );
}

/** A top-level group becomes a child of another, or one that was a top-level group becomes one again. */
function moveRoot(random: Random, tree: SourceTree): TreeChange | undefined {
  const id = random.pick(ROOTS);
  const root = tree.get(`group:${id}`);
  if (!root) return undefined;
  if (root.parentId !== null) return { change: 'MOVE', node: root.name, parentId: null };
  const places = tree.groups().filter((place) => !tree.isWithin(place.id, id));
  return to(
    random,
    root.name,
    places.map((place) => place.id),
  );
}

function to(random: Random, node: TreeChange['node'], places: readonly number[]): TreeChange | undefined {
  return places.length === 0 ? undefined : { change: 'MOVE', node, parentId: random.pick(places) };
}

function rename(random: Random, tree: SourceTree, number: number): TreeChange {
  const { name } = random.pick([...tree.groups(), ...tree.projects()]);
  return { change: 'RENAME', node: name, slug: `renamed-${number}` };
}

/** Also below groups that have just been made, and of which nobody may know yet. */
function create(random: Random, tree: SourceTree, number: number): TreeChange {
  const parentId = random.pick(tree.groups().slice(-4)).id;
  const id = 1_000 + number;
  const node = random.chance(0.35) ? (`group:${id}` as const) : (`project:${id}` as const);
  return { change: 'CREATE', node, parentId, slug: `made-${number}` };
}

function remove(random: Random, tree: SourceTree): TreeChange | undefined {
  const bare = tree.groups().filter(({ id, parentId }) => parentId !== null && !tree.hasChildren(id));
  const nodes = [...tree.projects(), ...bare];
  return nodes.length === 0 ? undefined : { change: 'DELETE', node: random.pick(nodes).name };
}
