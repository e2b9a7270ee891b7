import type { Context, Registration } from '../domain/changes/decision.ts';
import type { Counterpart, Operation } from '../domain/operation.ts';
import { profileOfKey, type ProjectState } from '../domain/project-state.ts';
import type { Profile } from '../domain/profile.ts';
import type { Environment } from '../environment/environment.ts';
import type { ProjectNode } from '../storage/nodes.ts';
import { getProfiles } from '../storage/profiles.ts';
import { isActing, listRegistrations } from '../storage/registrations.ts';

type Env = Pick<Environment, 'table' | 'clock'>;

/** What stands around projects: profiles of a root, and what is registered under that and other roots. */
export interface Surroundings {
  readonly profiles: ReadonlyMap<number, Profile>;
  /** Previews too. */
  readonly registrations: ReadonlyMap<number, readonly Registration[]>;
}

/**
 * Reads what stands around projects, besides these profiles. It is read after the projects: a profile that is attached was
 * there before it was attached.
 */
export async function surroundingsOf(
  { table, clock }: Env,
  rootId: number,
  profileIds: readonly number[],
  nodes: readonly Pick<ProjectNode, 'state'>[],
): Promise<Surroundings> {
  const attached = nodes
    .filter(({ state }) => state.rootId === rootId)
    .flatMap(({ state }) => Object.keys(state.attachments).map(Number));
  const decided = nodes.flatMap(({ state }) => Object.values(state.decided));
  const others = decided.flatMap(({ rootId: one, logId = one }) => [one, logId]);
  const rootIds = [...new Set([rootId, ...others])];
  const now = clock.now();
  const [profiles, ...lists] = await Promise.all([
    getProfiles(table, rootId, [...attached, ...profileIds]),
    ...rootIds.map(async (id) => [id, await listRegistrations(table, id, now)] as const),
  ]);
  return { profiles, registrations: new Map(lists) };
}

/** Everything besides the projects that a change decides on. */
export async function contextOf(
  env: Env,
  operation: Operation,
  nodes: readonly ProjectNode[],
): Promise<Context> {
  const taken = nodes.flatMap(({ state }) => takenBack(operation, state));
  const named = namedBy(operation).map(({ profileId }) => profileId);
  const surroundings = await surroundingsOf(env, operation.rootId, [...taken, ...named], nodes);
  return contextIn(surroundings, operation, env.clock.now());
}

/** The same of what has been read. A preview decides as what is accepted last, since applying it will be that. */
export function contextIn(
  { profiles, registrations }: Surroundings,
  operation: Operation,
  now: number,
): Context {
  const active = [...profiles.values()].filter(({ status }) => status === 'ACTIVE');
  return {
    operation: operation.dryRun ? { ...operation, sequence: Number.MAX_SAFE_INTEGER } : operation,
    now,
    activeProfiles: new Map([
      ...active.map(({ id, scanType }) => [id, { scanType }] as const),
      // A preview has them as if they had been made; to a deletion it does not matter that it is under way.
      ...namedBy(operation)
        .filter(({ profileId }) => deletes(operation) || (operation.dryRun === true && profileId <= 0))
        .map(({ profileId, scanType }) => [profileId, { scanType }] as const),
    ]),
    registrations: new Map([...registrations].map(([id, list]) => [id, list.filter(isActing)])),
  };
}

function deletes({ change }: Operation): boolean {
  return change.kind === 'DELETE_PROFILE';
}

/** Profiles that the change itself is about. */
function namedBy({ change }: Operation): readonly Counterpart[] {
  switch (change.kind) {
    case 'ATTACH':
    case 'DETACH':
    case 'DELETE_PROFILE':
      return [change];
    case 'ADOPT':
      return Object.values(change.profiles);
    case 'UNDO':
    case 'REHOME':
    case 'CREATE_PROFILE':
    case 'UPDATE_PROFILE':
      return [];
  }
}

/** Profiles that an undo may have to put back. */
function takenBack({ change }: Operation, { decided }: ProjectState): readonly number[] {
  if (change.kind !== 'UNDO') return [];
  return Object.entries(decided)
    .filter(([, { operationId, removed }]) => operationId === change.of && removed !== undefined)
    .map(([key]) => profileOfKey(key));
}
