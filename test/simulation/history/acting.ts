import type { Decision } from '../schedule/decision.ts';
import type { Random } from '../schedule/random.ts';
import type { Action, Wish } from '../world/actions.ts';
import type { World } from '../world/world.ts';
import { Intentions } from './intentions.ts';
import { TreeChanges } from './tree-changes.ts';
import { Wishes } from './wishes.ts';

/** Chooses what people and the source of the tree do in one history. */
export class Acting {
  private readonly random: Random;
  private readonly wishes: Wishes;
  private readonly weights: readonly (readonly [kind: Action['kind'], weight: number])[];
  private readonly changes: TreeChanges;
  private readonly intentions: Intentions;
  private readonly paths = new Set<string>();
  private left: number;
  private acted = 0;

  constructor(random: Random, actions: number) {
    this.random = random;
    this.left = actions;
    this.wishes = new Wishes(random);
    this.changes = new TreeChanges(random);
    this.intentions = new Intentions(random);
    this.weights = [
      ['ASK', 12],
      ['ASK_AGAIN', 3],
      ['LOOK', 5],
      ['TREE', random.pick([2, 7, 14])],
      ['JANITOR', 1],
      ['SWEEP', 0.5],
    ];
  }

  get isOver(): boolean {
    return this.left <= 0;
  }

  /** Undefined: for now nobody does anything. */
  next(world: World): Decision | undefined {
    if (this.isOver) return undefined;
    const intended = this.random.chance(0.7) ? this.intentions.next(world) : undefined;
    const action = intended ?? this.action(this.kind(), world);
    if (!action) return undefined;
    const { kind } = action;
    this.left -= 1;
    this.acted += 1;
    const name = `${kind === 'ASK_AGAIN' ? 'ask' : kind.toLowerCase()}${this.acted}`;
    this.intentions.follow(name, action, world);
    return { do: 'ACT', name, action };
  }

  private kind(): Action['kind'] {
    const total = this.weights.reduce((sum, [, weight]) => sum + weight, 0);
    let dice = this.random.next() * total;
    for (const [kind, weight] of this.weights) {
      dice -= weight;
      if (dice < 0) return kind;
    }
    return 'ASK';
  }

  private action(kind: Action['kind'], world: World): Action | undefined {
    const { random } = this;
    switch (kind) {
      case 'ASK': {
        const wish = this.wishes.next(world);
        if (!wish) return undefined;
        const key = takesKey(wish) && random.chance(0.4) ? this.key(world) : undefined;
        return { kind, wish, ...(key !== undefined && { key }) };
      }
      case 'ASK_AGAIN': {
        const unanswered = [...world.clients.requests.values()].filter(
          ({ answer, idempotencyKey, name }) =>
            idempotencyKey !== undefined && !world.tasks.has(name) && (!answer || random.chance(0.4)),
        );
        return unanswered.length === 0 ? undefined : { kind, request: random.pick(unanswered).name };
      }
      case 'LOOK': {
        const moved = random.chance(0.6) ? this.changes.projectsMoved(world.tree) : [];
        const projects = moved.length > 0 ? moved : world.tree.projects();
        if (projects.length === 0) return undefined;
        const path = world.tree.pathOf(random.pick(projects));
        if (moved.length > 0) return { kind, path };
        this.paths.add(path);
        return { kind, path: random.pick([...this.paths].slice(-6)) };
      }
      case 'TREE': {
        const change = this.changes.next(world.tree, this.acted);
        if (!change) return undefined;
        return { kind, change, exact: random.chance(0.5), copies: random.chance(0.2) ? 2 : 1 };
      }
      case 'JANITOR':
        return { kind };
      case 'SWEEP':
        return { kind, scope: random.pick(['RECENT', 'EVERYTHING']) };
    }
  }

  /** Most often a new one; now and then, by mistake, one that stands for something else already. */
  private key(world: World): string {
    const used = [...world.clients.requests.values()].flatMap(({ idempotencyKey }) => idempotencyKey ?? []);
    return used.length > 0 && this.random.chance(0.15) ? this.random.pick(used) : `key-${this.acted}`;
  }
}

/** Only what can be asked for twice by mistake is asked for under a key. */
function takesKey(wish: Wish): boolean {
  switch (wish.kind) {
    case 'ATTACH':
    case 'DETACH':
      return !wish.dryRun;
    case 'UNDO':
    case 'RETRY':
    case 'APPLY':
    case 'ADOPT':
      return true;
    case 'CANCEL':
    case 'CREATE_PROFILE':
    case 'UPDATE_PROFILE':
    case 'DELETE_PROFILE':
      return false;
  }
}
