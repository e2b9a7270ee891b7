import type { Random } from '../schedule/random.ts';
import type { Action, TreeChange, Wish } from '../world/actions.ts';
import { profilesOf, ROOTS } from '../world/base.ts';
import type { World } from '../world/world.ts';

/** What somebody means to do next; undefined where it is no longer possible. */
type Intention = (world: World) => Action | undefined;

type Change = Extract<Wish, { kind: 'ATTACH' | 'DETACH' }>;

/** What follows from what was just done, so that what could collide does: most races are between two acts that have to do with each other. */
export class Intentions {
  private readonly random: Random;
  private readonly pending: Intention[] = [];
  /** The last change of each node. */
  private readonly changes = new Map<TreeChange['node'], TreeChange>();

  constructor(random: Random) {
    this.random = random;
  }

  next(world: World): Action | undefined {
    return this.pending.shift()?.(world);
  }

  /** Chooses, by chance, what is to follow an act of this name. */
  follow(name: string, action: Action, world: World): void {
    if (action.kind === 'ASK') this.followWish(name, action.wish);
    // Nobody waits for the answer: the two may be at work at once.
    if (action.kind === 'ASK' && action.key !== undefined && this.random.chance(0.25))
      this.pending.push(() => ({ kind: 'ASK_AGAIN', request: name }));
    if (action.kind === 'TREE') this.followChange(action, world);
  }

  private followWish(name: string, wish: Wish): void {
    if (wish.kind !== 'ATTACH' && wish.kind !== 'DETACH') return;
    const dice = this.random.next();
    if (dice < 0.22)
      this.ask({ ...wish, kind: wish.kind === 'ATTACH' ? 'DETACH' : 'ATTACH', mode: undefined });
    else if (dice < 0.3) this.ask({ ...wish, kind: 'ATTACH', mode: this.random.pick(['SET', 'APPEND']) });
    else if (dice < 0.36) this.ask({ kind: 'DELETE_PROFILE', profile: wish.profile });
    else if (dice < 0.48)
      this.ofOperation(`${name}:1`, wish.dryRun ? 'APPLY' : this.random.pick(['CANCEL', 'CANCEL', 'UNDO']));
    if (typeof wish.profile === 'string' && this.random.chance(0.5)) this.elsewhere(wish);
    if (this.random.chance(0.25)) this.moveOneOf(wish);
  }

  private followChange({ change, exact, atOnce }: Extract<Action, { kind: 'TREE' }>, world: World): void {
    const { random } = this;
    const { node } = change;
    this.changes.set(node, change);
    const dice = random.next();
    switch (change.change) {
      case 'MOVE': {
        const origin = world.tree.get(node)?.parentId ?? null;
        if (dice < 0.3) this.attachWhereItIs(change);
        else if (dice < 0.5 && !exact && atOnce !== true) this.goOnAtOnce(change, origin);
        return;
      }
      case 'CREATE':
        if (dice < 0.35)
          this.change((tree) => ({ change: 'MOVE', node, parentId: random.pick(tree.groups()).id }));
        else if (dice < 0.6) this.change(() => ({ change: 'DELETE', node }));
        return;
      case 'DELETE':
        if (dice < 0.3)
          this.change((tree) => ({
            ...change,
            change: 'CREATE',
            parentId: random.pick(tree.groups()).id,
            slug: node.replace(':', '-'),
          }));
        return;
      case 'RENAME':
        return;
    }
  }

  private ask(wish: Wish): void {
    this.pending.push(() => ({ kind: 'ASK', wish }));
  }

  /** Waits until the operation is known. */
  private ofOperation(operation: string, kind: 'APPLY' | 'CANCEL' | 'UNDO'): void {
    const patience = 6;
    const attempt =
      (left: number): Intention =>
      ({ clients }) => {
        if (clients.operations.has(operation)) return { kind: 'ASK', wish: { kind, operation } };
        if (left > 0) this.pending.push(attempt(left - 1));
        return undefined;
      };
    this.pending.push(attempt(patience));
  }

  /** A project of the target moves while the operation runs: within the target as often as to anywhere. */
  private moveOneOf({ groupIds: [group], projectIds }: Change): void {
    const { random } = this;
    const isInside = random.chance(0.5);
    this.pending.push(({ tree }) => {
      const projects = tree
        .projects()
        .filter(
          ({ id, parentId }) =>
            projectIds.includes(id) || (group !== undefined && tree.isWithin(parentId, group)),
        );
      if (projects.length === 0) return undefined;
      const { name, parentId } = random.pick(projects);
      const places = tree
        .groups()
        .filter(
          ({ id }) => id !== parentId && (!isInside || group === undefined || tree.isWithin(id, group)),
        );
      if (places.length === 0) return undefined;
      const change = { change: 'MOVE', node: name, parentId: random.pick(places).id } as const;
      return { kind: 'TREE', change, exact: random.chance(0.5), copies: 1 };
    });
  }

  /** The same profile for another project. */
  private elsewhere(wish: Change): void {
    this.pending.push(({ tree }) => {
      const [group] = wish.groupIds;
      const inside = tree
        .projects()
        .filter(({ parentId }) => group === undefined || tree.isWithin(parentId, group));
      if (inside.length === 0) return undefined;
      return { kind: 'ASK', wish: { ...wish, groupIds: [], projectIds: [this.random.pick(inside).id] } };
    });
  }

  /** A profile of the root that a node has now, for the node. */
  private attachWhereItIs({ node }: TreeChange): void {
    this.pending.push(({ tree }) => {
      const moved = tree.get(node);
      const rootId = ROOTS.find((root) => moved && tree.rootOf(moved) === root);
      if (!moved || rootId === undefined) return undefined;
      const target =
        moved.kind === 'group'
          ? { groupIds: [moved.id], projectIds: [] }
          : { groupIds: [], projectIds: [moved.id] };
      const profile = this.random.pick(profilesOf(rootId));
      const kind = this.random.chance(0.8) ? 'ATTACH' : 'DETACH';
      return { kind: 'ASK', wish: { kind, alias: false, profile, ...target, dryRun: false } };
    });
  }

  /** A third place in the same second: the old place tells which of the two moves is the later one. */
  private goOnAtOnce(move: Extract<TreeChange, { change: 'MOVE' }>, origin: number | null): void {
    const { node, parentId } = move;
    this.pending.push(({ tree }) => {
      // After another move it might lead back to where that began: of there and back in one second nobody could tell the order.
      if (this.changes.get(node) !== move) return undefined;
      const places = tree.groups().filter(({ id }) => id !== parentId && id !== origin);
      if (places.length === 0) return undefined;
      const change = { change: 'MOVE', node, parentId: this.random.pick(places).id } as const;
      return { kind: 'TREE', change, exact: false, copies: this.random.chance(0.3) ? 2 : 1, atOnce: true };
    });
  }

  private change(choose: (tree: World['tree']) => TreeChange): void {
    this.pending.push(({ tree }) => ({
      kind: 'TREE',
      change: choose(tree),
      exact: this.random.chance(0.5),
      copies: this.random.chance(0.2) ? 2 : 1,
    }));
  }
}
