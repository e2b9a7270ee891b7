import type { Context, Registration } from '../domain/changes/decision.ts';
import type { Counterpart, Operation } from '../domain/operation.ts';
import { profileOfKey, type ProjectState } from '../domain/project-state.ts';
import type { Environment } from '../environment/environment.ts';
import type { ProjectNode } from '../storage/nodes.ts';
import { getProfiles } from '../storage/profiles.ts';
import { listActing } from '../storage/registrations.ts';

type Env = Pick<Environment, 'table' | 'clock'>;

/**
 * Everything besides the projects that a change decides on. Profiles are read after the projects: one that is attached
 * was there before it was attached. A preview decides as what is accepted last, since applying it will be that.
 */
export async function contextOf(
  env: Env,
  operation: Operation,
  nodes: readonly ProjectNode[],
): Promise<Context> {
  const { rootId } = operation;
  const attached = nodes
    .filter(({ state }) => state.rootId === rootId)
    .flatMap(({ state }) => Object.keys(state.attachments).map(Number));
  const taken = nodes.flatMap(({ state }) => takenBack(operation, state));
  const named = namedBy(operation);
  const ids = new Set([...attached, ...taken, ...named.map(({ profileId }) => profileId)]);
  const profiles = await getProfiles(env.table, rootId, [...ids]);
  const active = [...profiles.values()].filter(({ status }) => status === 'ACTIVE');
  const decided = nodes.flatMap(({ state }) => Object.values(state.decided));
  const roots = decided.flatMap(({ rootId: one, logId = one }) => [one, logId]);
  return {
    operation: operation.dryRun ? { ...operation, sequence: Number.MAX_SAFE_INTEGER } : operation,
    now: env.clock.now(),
    activeProfiles: new Map([
      ...active.map(({ id, scanType }) => [id, { scanType }] as const),
      // A preview has them as if they had been made; to a deletion it does not matter that it is under way.
      ...named
        .filter(({ profileId }) => deletes(operation) || (operation.dryRun === true && profileId <= 0))
        .map(({ profileId, scanType }) => [profileId, { scanType }] as const),
    ]),
    registrations: await registrationsOf(env, [...new Set([rootId, ...roots])]),
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

async function registrationsOf(
  { table, clock }: Env,
  rootIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Registration[]>> {
  const now = clock.now();
  const lists = await Promise.all(rootIds.map(async (rootId) => listActing(table, rootId, now)));
  return new Map(rootIds.map((rootId, index) => [rootId, lists[index] ?? []]));
}
