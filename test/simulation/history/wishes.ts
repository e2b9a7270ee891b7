import { ATTACH_MODES } from '../../../shared/domain/operation.ts';
import type { Random } from '../schedule/random.ts';
import type { ProfileName, Wish } from '../world/actions.ts';
import { profilesOf, ROOTS } from '../world/base.ts';
import type { World } from '../world/world.ts';

const TEMPLATES = ['sast', 'SecretDetection', 'dependency_scanning'];

const NAMES = ['Alpha', ' alpha ', 'Beta', 'Gamma'];

/** How often each kind is wished for. */
const WEIGHTS: readonly (readonly [Wish['kind'], number])[] = [
  ['ATTACH', 10],
  ['DETACH', 5],
  ['UNDO', 3],
  ['RETRY', 1.5],
  ['APPLY', 1.5],
  ['CANCEL', 2],
  ['ADOPT', 4],
  ['CREATE_PROFILE', 1],
  ['UPDATE_PROFILE', 0.5],
  ['DELETE_PROFILE', 1.3],
];

/** Chooses what clients ask for: few profiles and few projects in one history, so that requests meet. */
export class Wishes {
  private readonly random: Random;
  private readonly rootId: number;
  private readonly profiles: readonly number[];

  constructor(random: Random) {
    this.random = random;
    this.rootId = random.pick([1, 1, 1, 2, 3]);
    const all = profilesOf(this.rootId);
    // Root 1 has projects at nine of ten, with the first nine of its profiles.
    const first = this.rootId === 1 && random.chance(0.7) ? 9 + random.below(2) : random.below(all.length);
    // Of three kinds of scan, in turn: one of them twice, so that there are rivals.
    this.profiles = [0, 3, 1].map((ahead) => all[(first + ahead) % all.length] ?? 1);
  }

  next(world: World): Wish | undefined {
    const kind = this.kind();
    switch (kind) {
      case 'ATTACH':
      case 'DETACH': {
        const mode = this.random.pick(['DEFAULT', 'DEFAULT', 'APPEND', 'APPEND', ...ATTACH_MODES] as const);
        return {
          kind,
          mode: kind === 'DETACH' || mode === 'DEFAULT' ? undefined : mode,
          alias: this.random.chance(0.15),
          profile: this.profile(world),
          ...this.target(world),
          dryRun: this.random.chance(0.08),
        };
      }
      case 'UNDO':
      case 'RETRY':
      case 'APPLY':
      case 'CANCEL':
      case 'ADOPT': {
        const operations = [...world.clients.operations.values()];
        const fitting = operations.filter((operation) => {
          if (kind === 'ADOPT') return operation.kind === 'REHOME' && operation.ofRoot;
          if (kind === 'CANCEL') return !operation.dryRun && operation.kind !== 'REHOME';
          return kind === 'APPLY' ? operation.dryRun : operation.kind !== 'REHOME' || this.random.chance(0.1);
        });
        return fitting.length === 0
          ? undefined
          : { kind, operation: this.random.pick(fitting.slice(kind === 'CANCEL' ? -1 : -4)).name };
      }
      case 'CREATE_PROFILE':
        return { kind, rootId: this.rootId, name: this.random.pick(NAMES) };
      case 'UPDATE_PROFILE':
        return { kind, profile: this.profile(world), name: this.random.pick(NAMES) };
      case 'DELETE_PROFILE':
        return { kind, profile: this.profile(world) };
    }
  }

  private kind(): Wish['kind'] {
    const total = WEIGHTS.reduce((sum, [, weight]) => sum + weight, 0);
    let dice = this.random.next() * total;
    for (const [kind, weight] of WEIGHTS) {
      dice -= weight;
      if (dice < 0) return kind;
    }
    return 'ATTACH';
  }

  private profile(world: World): ProfileName {
    const made = world.clients.madeProfiles();
    if (made.length > 0 && this.random.chance(0.2)) return { madeBy: this.random.pick(made).madeBy };
    if (this.random.chance(0.08)) return this.random.pick(TEMPLATES);
    if (this.random.chance(0.04)) return this.random.pick(profilesOf(this.random.pick(ROOTS)));
    return this.random.pick(this.profiles);
  }

  /** Groups and projects of the root, as far as its clients know the tree. */
  private target({ tree }: World): {
    readonly projectIds: readonly number[];
    readonly groupIds: readonly number[];
  } {
    const { random, rootId } = this;
    const isOurs = (parentId: number | null): boolean => tree.isWithin(parentId, rootId);
    const groups = tree.groups().filter(({ id }) => isOurs(id));
    const projects = tree.projects().filter(({ parentId }) => isOurs(parentId));
    const dice = random.next();
    const someGroup = groups.length > 0 ? [random.pick(groups).id] : [];
    const someProjects =
      projects.length > 0 ? Array.from({ length: 1 + random.below(3) }, () => random.pick(projects).id) : [];
    if (dice < 0.55) return { groupIds: someGroup, projectIds: [] };
    if (dice < 0.9) return { groupIds: [], projectIds: someProjects };
    return { groupIds: someGroup, projectIds: someProjects };
  }
}
