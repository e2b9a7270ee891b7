import { MOVING_PROJECT, REQUESTERS, type Requester, type Role, ROLES } from './scene/cast.ts';
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

/** Each two requests, in each order in which they can be accepted. */
const ACCEPTED_PAIRS = PAIRS.flatMap((pair) => {
  const requests = requestsOf(pair);
  return requests.length < 2 ? [] : ordersOf(requests);
});

function requestsOf(roles: readonly Role[]): readonly Requester[] {
  return REQUESTERS.filter((role) => roles.includes(role));
}

function processesOf(roles: readonly Role[]): readonly string[] {
  return roles.includes('transfer') ? [...roles, CLEAN_UP] : roles;
}

function ordersOf(roles: readonly Requester[]): readonly (readonly Requester[])[] {
  if (roles.length < 2) return [roles];
  return roles.flatMap((first) =>
    ordersOf(roles.filter((role) => role !== first)).map((rest) => [first, ...rest]),
  );
}

/**
 * The small case, in parts each of which is run completely: all four from their first call to their last would be more than a
 * million schedules. What the parts leave out is who is accepted, and who reads the tree for the transfer, while three others
 * are in the middle of something; each two of them do meet so. No time passes in a schedule, so nothing is over an hour or
 * a tenth of a second ago; and of calls that one function makes at once the first goes first. What is left in the
 * queue is delivered at rest in the order in which it was sent: in what order two functions send is not tried. Of two steps
 * without an item in common one order stands for both, so that a judge who looks after every step, and goes by several
 * items, sees only what lies in between in that order.
 */
export const CHAPTERS: readonly Chapter[] = [
  {
    title: 'each two of them, from the first call to the last',
    works: PAIRS.map((roles) => ({ scene: { roles } })),
  },
  {
    title: 'each two of them, from the first call to the last, for the project that moves',
    works: PAIRS.map((roles) => ({ scene: { roles, projectIds: [MOVING_PROJECT] } })),
  },
  {
    title: 'each two of them for that project, one who asks dying before each of its calls',
    works: PAIRS.flatMap((roles) =>
      requestsOf(roles).map((dying) => ({ scene: { roles, projectIds: [MOVING_PROJECT] }, dying })),
    ),
  },
  {
    title: 'each two of them, once requests are accepted, one of them dying before each of its calls',
    works: PAIRS.flatMap((roles) =>
      ordersOf(requestsOf(roles)).flatMap((accepted) =>
        processesOf(roles).map((dying) => ({ scene: { roles, accepted }, dying })),
      ),
    ),
  },
  {
    title: 'all three requests, once they are accepted',
    works: ordersOf(REQUESTERS).map((accepted) => ({ scene: { roles: REQUESTERS, accepted } })),
  },
  {
    title: 'each two requests, once they are accepted, and the move with its clean-up by a later run',
    works: ACCEPTED_PAIRS.map((accepted) => ({
      scene: { roles: [...accepted, 'transfer'], accepted, isBareMove: true },
    })),
  },
  {
    title: 'what each two requests decide, the move and its clean-up, one of them dying when it has decided',
    works: ACCEPTED_PAIRS.flatMap((accepted) =>
      [...accepted, CLEAN_UP].map((process) => ({
        scene: {
          roles: [...accepted, 'transfer'],
          accepted,
          isBareMove: true,
          isDecisionsOnly: true,
          death: { process, after: 'DECISION' },
        },
      })),
    ),
  },
  {
    title: 'what all three requests decide, the move and its clean-up by a later run',
    works: ordersOf(REQUESTERS).map((accepted) => ({
      scene: { roles: ROLES, accepted, isBareMove: true, isDecisionsOnly: true },
    })),
  },
];
