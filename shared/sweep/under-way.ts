import type { Registration } from '../domain/changes/decision.ts';
import { FUNCTION_CLOCK_SKEW } from '../domain/clock-skew.ts';
import { cleanUpsOf } from '../domain/node.ts';
import type { Place } from '../domain/place.ts';
import type { Environment, Table } from '../environment/environment.ts';
import type { ProjectNode } from '../storage/nodes.ts';
import { readOperations } from '../storage/operations.ts';
import { listActing } from '../storage/registrations.ts';

type Env = Pick<Environment, 'table' | 'clock'>;

/** A project that holds what is of another root than the one that it is below. */
export interface Foreign {
  readonly project: ProjectNode;
  readonly place: Place;
  /** Whose log tells what is taken away. */
  readonly rootId: number;
}

/**
 * Operations of these roots that act on projects, and were not at their end when the projects were read: what was seen there
 * may be what they were about to take away.
 *
 * @param since epoch milliseconds before the projects were read
 */
export async function actingSince(
  { table, clock }: Env,
  rootIds: readonly number[],
  since: number,
): Promise<readonly Registration[]> {
  const lists = await Promise.all(rootIds.map(async (rootId) => listActing(table, rootId, clock.now())));
  return lists.flat().filter(({ endedAt = Infinity }) => endedAt + FUNCTION_CLOCK_SKEW >= since);
}

/** Those that no clean-up is about to come to. */
export async function withoutThoseUnderWay(
  env: Env,
  found: readonly Foreign[],
  since: number,
): Promise<readonly Foreign[]> {
  const logs = found.flatMap(({ rootId, project, place }) => [
    rootId,
    ...[project, ...place.groups].flatMap(cleanUpsOf).map((cleanUp) => cleanUp.rootId),
  ]);
  const cleanUps = (await actingSince(env, [...new Set(logs)], since)).filter(
    ({ change }) => change.kind === 'REHOME',
  );
  const reaches = await reachOf(env.table, cleanUps);
  return found.filter((one) => !reaches(one));
}

/** Whether one of these operations will come to a project: it came with its move, or names it or a group above it. */
async function reachOf(
  table: Table,
  registrations: readonly Registration[],
): Promise<(found: Foreign) => boolean> {
  const ids = registrations.map(({ operationId }) => operationId);
  const operations = [...(await readOperations(table, ids)).values()];
  return ({ project, place }) => {
    const brought = new Set([project, ...place.groups].flatMap(cleanUpsOf).map((one) => one.operationId));
    const above = new Set(place.groups.map(({ id }) => id));
    return operations.some(
      ({ id, projectIds, groupIds }) =>
        brought.has(id) || projectIds.includes(project.id) || groupIds.some((group) => above.has(group)),
    );
  };
}
