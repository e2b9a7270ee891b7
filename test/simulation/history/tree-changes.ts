import type { Random } from '../schedule/random.ts';
import type { TreeChange } from '../world/actions.ts';
import { ROOTS } from '../world/base.ts';
import type { NodeName, SourceNode, SourceTree } from '../world/source-tree.ts';

/** Chooses what happens at the source of the tree: often to what has just been moved, or to what is near it. */
export class TreeChanges {
  private readonly random: Random;
  private last: NodeName | undefined;
  /** Where the last one was before. */
  private origin: number | null = null;

  constructor(random: Random) {
    this.random = random;
  }

  /** A change that is possible at the source, most of the time; `number` keeps new names apart. */
  next(tree: SourceTree, number: number): TreeChange | undefined {
    const change = this.choose(tree, number);
    if (change?.change === 'MOVE') {
      this.last = change.node;
      this.origin = tree.get(change.node)?.parentId ?? null;
    }
    return change;
  }

  /** The projects that the last move moved, where they are now. */
  projectsMoved(tree: SourceTree): readonly SourceNode[] {
    const moved = this.last === undefined ? undefined : tree.get(this.last);
    if (!moved) return [];
    if (moved.kind === 'project') return [moved];
    return tree.projects().filter(({ parentId }) => tree.isWithin(parentId, moved.id));
  }

  private choose(tree: SourceTree, number: number): TreeChange | undefined {
    const { random } = this;
    const again = random.next();
    if (this.last !== undefined && again < 0.2)
      return { change: 'MOVE', node: this.last, parentId: this.origin };
    const moved = this.projectsMoved(tree);
    if (moved.length > 0 && again < 0.4) return this.moveProject(tree, moved);
    const dice = random.next();
    if (dice < 0.35) return this.moveProject(tree, tree.projects());
    if (dice < 0.59) return this.moveGroup(tree);
    if (dice < 0.73) return this.moveRoot(tree);
    if (dice < 0.79) return this.rename(tree, number);
    if (dice < 0.94) return this.create(tree, number);
    return this.remove(tree);
  }

  /** As often within its root as to anywhere. */
  private moveProject(tree: SourceTree, projects: readonly SourceNode[]): TreeChange | undefined {
    if (projects.length === 0) return undefined;
    const { name, parentId } = this.random.pick(projects);
    const root = parentId === null ? undefined : tree.get(`group:${parentId}`);
    const rootId = root && tree.rootOf(root);
    const isInside = rootId !== undefined && this.random.chance(0.5);
    const places = tree
      .groups()
      .filter(({ id }) => id !== parentId && (!isInside || tree.isWithin(id, rootId)));
    return this.to(name, places);
  }

  private moveGroup(tree: SourceTree): TreeChange | undefined {
    const groups = tree.groups().filter(({ parentId }) => parentId !== null);
    if (groups.length === 0) return undefined;
    const { id, name, parentId } = this.random.pick(groups);
    return this.to(
      name,
      tree.groups().filter((place) => !tree.isWithin(place.id, id) && place.id !== parentId),
    );
  }

  /** A top-level group becomes a child of another, or one that was a top-level group becomes one again. */
  private moveRoot(tree: SourceTree): TreeChange | undefined {
    const id = this.random.pick(ROOTS);
    const root = tree.get(`group:${id}`);
    if (!root) return undefined;
    if (root.parentId !== null) return { change: 'MOVE', node: root.name, parentId: null };
    return this.to(
      root.name,
      tree.groups().filter((place) => !tree.isWithin(place.id, id)),
    );
  }

  private to(node: NodeName, places: readonly SourceNode[]): TreeChange | undefined {
    return places.length === 0 ? undefined : { change: 'MOVE', node, parentId: this.random.pick(places).id };
  }

  private rename(tree: SourceTree, number: number): TreeChange {
    const { name } = this.random.pick([...tree.groups(), ...tree.projects()]);
    return { change: 'RENAME', node: name, slug: `renamed-${number}` };
  }

  /** Also below groups that have just been made, and of which nobody may know yet. */
  private create(tree: SourceTree, number: number): TreeChange {
    const groups = this.random.chance(0.5) ? tree.groups().slice(-3) : tree.groups();
    const id = 1_000 + number;
    const node = this.random.chance(0.35) ? (`group:${id}` as const) : (`project:${id}` as const);
    return { change: 'CREATE', node, parentId: this.random.pick(groups).id, slug: `made-${number}` };
  }

  private remove(tree: SourceTree): TreeChange | undefined {
    const bare = tree.groups().filter(({ id, parentId }) => parentId !== null && !tree.hasChildren(id));
    const nodes = [...tree.projects(), ...bare];
    return nodes.length === 0 ? undefined : { change: 'DELETE', node: this.random.pick(nodes).name };
  }
}
