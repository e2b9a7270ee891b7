import type { PlaceName } from './tree.ts';

/** GitLab's levels, by the numbers that `docs/importing.md` gives. */
const LEVELS = {
  guest: 10,
  planner: 15,
  reporter: 20,
  'security manager': 25,
  developer: 30,
  maintainer: 40,
  owner: 50,
} as const;

/** Levels of GitLab at which one is no member of anything. */
const NONE = { 'minimal access': 5, 'no access': 0 } as const;

export interface Membership {
  readonly at: PlaceName;
  readonly level: number;
  /** Taken away again. */
  readonly ended?: true;
}

/** `REFUSED`: it is not known who asks, for the reason that `name` says. */
export type Credential = 'REFUSED' | 'ISSUER' | 'API' | 'READ_API';

export interface Identity {
  readonly name: string;
  readonly user: string;
  readonly credential: Credential;
  readonly memberships: readonly Membership[];
}

const AT = ['project', 'subgroup', 'root', 'otherRoot'] as const satisfies readonly PlaceName[];

function member(name: string, ...memberships: Membership[]): Identity {
  return { name, user: name.replaceAll(' ', '-'), credential: 'ISSUER', memberships };
}

const { guest, developer, maintainer, owner, 'security manager': manager } = LEVELS;

/** Everybody who has a token of the issuer. */
export const MEMBERS: readonly Identity[] = [
  member('stranger'),
  ...AT.flatMap((at) =>
    Object.entries(LEVELS).map(([level, number]) => member(`${level} of ${at}`, { at, level: number })),
  ),
  ...Object.entries(NONE).map(([level, number]) => member(`${level} of root`, { at: 'root', level: number })),
  member('former owner of root', { at: 'root', level: owner, ended: true }),
  member(
    'guest of root and owner of subgroup',
    { at: 'root', level: guest },
    { at: 'subgroup', level: owner },
  ),
  member(
    'developer of root, maintainer of otherRoot',
    { at: 'root', level: developer },
    { at: 'otherRoot', level: maintainer },
  ),
  member(
    'manager of root and owner of otherRoot',
    { at: 'root', level: manager },
    { at: 'otherRoot', level: owner },
  ),
  member('owner of joined', { at: 'joined', level: owner }),
  // As users of GitLab are numbered, and as its events name them.
  member('4711', { at: 'project', level: developer }),
];

/** Whose personal access tokens ask too. */
const WITH_TOKENS = MEMBERS.filter(({ name }) =>
  ['stranger', 'security manager of root', 'developer of root', 'owner of root'].includes(name),
);

function withToken(credential: 'API' | 'READ_API'): readonly Identity[] {
  return WITH_TOKENS.map((identity) => ({
    ...identity,
    name: `${identity.name} by ${credential}`,
    credential,
  }));
}

/** Requests that do not say who asks, or not credibly: see `run/credentials.ts`. */
export const REFUSED = [
  'no token',
  'an empty token',
  'another scheme',
  'a malformed token',
  'a token of GitLab',
  'an expired token',
  'a token of another issuer',
  'a token for another audience',
  'a token of an unknown key',
  'a token signed by the public key',
  'an unsigned token',
  'a token with another user',
  'a token for nobody',
  'a personal token that is none',
  'an unknown personal token',
  'an expired personal token',
  'a revoked personal token',
] as const;

export type Refused = (typeof REFUSED)[number];

export const IDENTITIES: readonly Identity[] = [
  ...REFUSED.map((name): Identity => ({ name, user: '', credential: 'REFUSED', memberships: [] })),
  ...MEMBERS,
  ...withToken('API'),
  ...withToken('READ_API'),
];
