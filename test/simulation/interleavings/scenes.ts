import { REQUESTERS, type Requester, type Role, ROLES } from './scene/cast.ts';
import type { Scene } from './scene/performance.ts';

/** All schedules of one scene; with `dying` also, one after the other, those in which that process dies at each of its steps. */
export interface Work {
  readonly scene: Scene;
  readonly dying?: string | undefined;
}

/** Scenes that show the same about one or another of those who play. */
export interface Chapter {
  readonly title: string;
  readonly works: readonly Work[];
}

const CLEAN_UP = 'clean-up 1';

const PAIRS = ROLES.flatMap((one, index) => ROLES.slice(index + 1).map((other) => [one, other] as const));

function processesOf(roles: readonly Role[]): readonly string[] {
  return roles.includes('transfer') ? [...roles, CLEAN_UP] : roles;
}

function ordersOf(roles: readonly Requester[]): readonly (readonly Requester[])[] {
  if (roles.length < 2) return [roles];
  return roles.flatMap((first) =>
    ordersOf(roles.filter((role) => role !== first)).map((rest) => [first, ...rest]),
  );
}

const [FIRST_ORDER = []] = ordersOf(REQUESTERS);

const ALL = { roles: ROLES, isBareMove: true, isDecisionsOnly: true } as const;

/** The small case, in parts each of which is run completely. */
export const CHAPTERS: readonly Chapter[] = [
  {
    title: 'each two of them, from the first call to the last',
    works: PAIRS.map((roles) => ({ scene: { roles } })),
  },
  {
    title: 'each two of them, one of which dies before each of its calls',
    works: PAIRS.flatMap((roles) => processesOf(roles).map((dying) => ({ scene: { roles }, dying }))),
  },
  {
    title: 'two attaches and the detach, once they are accepted, in each order',
    works: ordersOf(REQUESTERS).map((accepted) => ({ scene: { roles: REQUESTERS, accepted } })),
  },
  {
    title: 'each two requests, once they are accepted, the move and its clean-up by a later run',
    works: PAIRS.flatMap(([one, other]) =>
      one === 'transfer' || other === 'transfer'
        ? []
        : ordersOf([one, other]).map((accepted) => ({
            scene: { roles: [one, other, 'transfer'] as const, accepted, isBareMove: true },
          })),
    ),
  },
  {
    title:
      'all four: what they decide, the move and its clean-up by a later run, in each order of acceptance',
    works: ordersOf(REQUESTERS).map((accepted) => ({ scene: { ...ALL, accepted } })),
  },
  {
    title: 'all four, one of which dies when it has decided',
    works: [...REQUESTERS, CLEAN_UP].map((process) => ({
      scene: { ...ALL, accepted: FIRST_ORDER, death: { process, after: 'DECISION' } as const },
    })),
  },
];
