import type { Table } from '../../../shared/environment/environment.ts';
import { readProjects } from '../../../shared/storage/nodes.ts';
import { eachOutcome } from '../../../shared/storage/page-records.ts';
import { readOperation } from '../../../shared/storage/operations.ts';
import { customProfiles } from '../../../test/support/custom-profiles.ts';
import { letHold } from '../../../test/support/flat-group.ts';
import { testEnvironment } from '../../../test/support/test-environment.ts';
import { world } from '../../../test/support/world.ts';
import { begin, ended } from '../../local-stack/operations.ts';
import { type BenchStack, OWNER } from '../../local-stack/stack.ts';
import { flatTree, plantTree } from '../../planting/plant-tree.ts';
import { HELD, RACERS, type RaceResult, resultOf } from './race.ts';

/** The race in one process, where all operations are at work at once: each waits for the table while the others go on. */
export async function raceInProcess(table: Table, projects: number): Promise<RaceResult> {
  const { groupId, racing, result } = await prepare(table, projects);
  const w = world(testEnvironment(table));
  const operations: string[] = [];
  for (const id of racing) operations.push((await w.accepted({ groupIds: [groupId], profile: { id } })).id);
  await Promise.all(operations.map(async () => w.deliver()));
  return result(operations);
}

/** The race through a whole stack, which works on as many pages at once as a function has instances. */
export async function raceOnStack({ table, owner }: BenchStack, projects: number): Promise<RaceResult> {
  const { groupId, racing, result } = await prepare(table, projects);
  const asked = racing.map(async (id) => begin(owner, { kind: 'ATTACH', groupId, template: String(id) }));
  const operations = await Promise.all(asked);
  await Promise.all(operations.map(async (id) => ended(owner, id)));
  return result(operations);
}

async function prepare(
  table: Table,
  projects: number,
): Promise<{
  readonly groupId: number;
  readonly racing: readonly number[];
  readonly result: (operations: readonly string[]) => Promise<RaceResult>;
}> {
  const { targets } = await plantTree(table, flatTree(projects), OWNER);
  const { groupId, projectIds } = targets[0] ?? { groupId: 0, projectIds: [] };
  const profiles = await customProfiles(table, groupId, HELD + RACERS);
  await letHold(table, groupId, projectIds, profiles.slice(0, HELD));
  const result = async (operations: readonly string[]): Promise<RaceResult> => {
    const nodes = await readProjects(table, projectIds);
    const held = [...nodes.values()].map(({ state }) => Object.keys(state.attachments).length);
    let applied = 0;
    let refused = 0;
    for (const id of operations) {
      applied += (await readOperation(table, id))?.totals.applied ?? 0;
      for await (const { exceptions } of eachOutcome(table, id))
        refused += exceptions['FAILED/LIMIT_REACHED']?.length ?? 0;
    }
    return resultOf(held, { applied, refused });
  };
  return { groupId, racing: profiles.slice(HELD), result };
}
