import type { Profile } from '../domain/profile.ts';
import type { Environment } from '../environment/environment.ts';
import type { Look } from './accept.ts';
import { surroundingsOf } from './context.ts';
import { expectedOf, type Target } from './expected.ts';
import type { Glance } from './glance.ts';
import { findClaimed, type Idempotency } from './repetition.ts';
import { settle, type Standing } from './settle.ts';

/** A request whose targets are known. */
export interface Aimed {
  readonly actor: string;
  readonly target: Target;
  /** Of the root, as it was when the places of the targets were read, or before. */
  readonly sequence: number;
  readonly idempotency: Idempotency | undefined;
  /** The projects, where it can be done with its acceptance; else none. */
  readonly few: readonly Standing[];
}

/** What a request finds in its root. */
export interface Around {
  /** The one that it names. */
  readonly profile: Profile | undefined;
  readonly expectedProjects: number | undefined;
  readonly look: Look;
}

/** Reads at once all that a request goes by, after a glance. */
export async function lookAround(
  env: Pick<Environment, 'table' | 'clock'>,
  { rootId, profileId, recent }: Glance,
  { actor, target, sequence, idempotency, few }: Aimed,
): Promise<Around> {
  const named = profileId === undefined ? [] : [profileId];
  const nodes = few.map(({ node }) => node);
  const [surroundings, claimed, expectedProjects] = await Promise.all([
    surroundingsOf(env, rootId, named, nodes),
    idempotency && findClaimed(env, actor, idempotency),
    expectedOf(env.table, recent, target),
  ]);
  const { profiles, registrations } = surroundings;
  return {
    profile: profileId === undefined ? undefined : profiles.get(profileId),
    expectedProjects,
    look: {
      sequence,
      registered: registrations.get(rootId) ?? [],
      claimed,
      settle: (accepted) => settle(accepted, few, surroundings),
    },
  };
}
