import type { Client } from 'pg';
import { measure } from '../local-stack/measure.ts';
import { OWNER, startBenchStack } from '../local-stack/stack.ts';
import { median } from '../median.ts';
import { type MadeUpTree, plantTree } from '../planting/plant-tree.ts';
import { attachBelow } from './attach.ts';
import type { Cluster } from './cluster.ts';
import { createProfile, fillTables } from './tables.ts';

/** An attach to all of a tree. */
export interface Contest {
  readonly name: string;
  readonly projects: number;
  readonly tree: MadeUpTree;
  readonly rounds: number;
}

/** Projects a second, medians of the rounds. */
export interface Speeds extends Pick<Contest, 'name' | 'projects' | 'rounds'> {
  readonly here: number;
  /** Over one connection, and over several. Not a number where there is no PostgreSQL. */
  readonly there: number;
  readonly thereAtOnce: number;
}

/** Connections at once: as many as pages are worked on at once here. */
export const CONNECTIONS = 4;

/** Attaches here and there in turns. Throws where not every project got the profile. */
export async function contend(contest: Contest, cluster: Cluster | undefined): Promise<Speeds> {
  const { name, projects, tree, rounds } = contest;
  await using stack = await startBenchStack();
  const { targets } = await plantTree(stack.table, tree, OWNER);
  const attachThere = cluster && (await prepareThere(cluster, contest));
  const here: number[] = [];
  const there: number[] = [];
  const thereAtOnce: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const steps = ['attach', 'detach'] as const;
    for await (const { step, seconds } of measure(stack, { targets, steps, roundsBefore: round }))
      if (step === 'attach') here.push(projects / seconds);
    if (!attachThere) continue;
    there.push(projects / (await attachThere(1)));
    thereAtOnce.push(projects / (await attachThere(CONNECTIONS)));
  }
  return {
    name,
    projects,
    rounds,
    here: median(here),
    there: median(there),
    thereAtOnce: median(thereAtOnce),
  };
}

/** Answers how to attach over so many connections, and how many seconds that took. Nothing is attached afterwards. */
async function prepareThere(
  { connect }: Cluster,
  { projects, tree }: Contest,
): Promise<(connections: number) => Promise<number>> {
  const first = await connect();
  await fillTables(first, tree);
  const more = await Promise.all(Array.from({ length: CONNECTIONS - 1 }, connect));
  const profiles: { groupId: number; profileId: string }[] = [];
  for (const { groupId } of tree.roots)
    profiles.push({ groupId, profileId: await createProfile(first, groupId, 'Secret Detection (default)') });
  return async (connections) => {
    const clients: [Client, ...Client[]] = [first, ...more.slice(0, connections - 1)];
    const began = performance.now();
    let applied = 0;
    for (const { groupId, profileId } of profiles) {
      const attached = await attachBelow(clients, groupId, profileId);
      applied += attached;
    }
    const seconds = (performance.now() - began) / 1000;
    if (applied !== projects) throw new Error(`PostgreSQL attached to ${applied} of ${projects} projects`);
    await first.query('TRUNCATE security_scan_profiles_projects');
    return seconds;
  };
}
