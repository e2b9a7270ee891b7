import { startEngine } from '../../test/support/engine.ts';
import type { Bench, Figures } from '../bench.ts';
import { startBenchStack } from '../local-stack/stack.ts';
import { madeUpTree } from '../planting/made-up-tree.ts';
import { flatTree } from '../planting/plant-tree.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { CONNECTIONS, contend, type Contest, type Speeds } from './contest.ts';
import { findPostgres } from './find-postgres.ts';
import { raceInProcess, raceOnStack } from './race/here.ts';
import { RACERS, type RaceResult } from './race/race.ts';
import { raceThere } from './race/there.ts';

/** Projects over which profiles race. */
const RACED = 500;
const RACED_IN_SHORT = 100;

/** The same work in PostgreSQL the way GitLab does it, in the same run: how fast, and what becomes of a race for the last place. */
export const postgres: Bench = {
  name: 'postgres',
  about: 'the same work in PostgreSQL: projects a second, and how many pass the limit in a race',
  async run({ short, progress }) {
    const programs = findPostgres();
    if (programs === undefined) progress('no PostgreSQL is installed: ours alone');
    await using cluster = programs === undefined ? undefined : await startCluster(programs);
    const speeds: Speeds[] = [];
    for (const contest of contestsOf(short)) {
      progress(`${contest.projects.toLocaleString('en')} projects, ${contest.name}`);
      speeds.push(await contend(contest, cluster));
    }
    const projects = short ? RACED_IN_SHORT : RACED;
    progress(`${RACERS} profiles race for the last place of ${projects} projects`);
    return [speedsOf(speeds), figuresOf(projects, await racesOf(projects, cluster))];
  },
};

function contestsOf(short: boolean): readonly Contest[] {
  if (short) return [{ name: 'flat', projects: 1_000, tree: flatTree(1_000), rounds: 1 }];
  return [
    { name: 'flat', projects: 5_455, tree: flatTree(5_455), rounds: 5 },
    { name: 'made up', projects: 100_000, tree: madeUpTree(100_000), rounds: 1 },
  ];
}

function speedsOf(speeds: readonly Speeds[]): Figures {
  return {
    title: 'Attach: projects a second',
    columns: [
      'Tree',
      'Projects',
      'Rounds',
      'Here',
      'PostgreSQL',
      `PostgreSQL, ${CONNECTIONS} connections`,
      'PostgreSQL to here',
      `${CONNECTIONS} connections to here`,
    ],
    rows: speeds.map(({ name, projects, rounds, here, there, thereAtOnce }) => [
      name,
      projects,
      rounds,
      ...[here, there, thereAtOnce].map(Math.round),
      there / here,
      thereAtOnce / here,
    ]),
  };
}

async function racesOf(
  projects: number,
  cluster: Cluster | undefined,
): Promise<readonly (readonly [string, RaceResult])[]> {
  const engine = await startEngine();
  const inProcess = await raceInProcess(engine.table, projects).finally(async () => engine.stop());
  await using stack = await startBenchStack();
  return [
    [`here, ${RACERS} at once in one process`, inProcess],
    ['here, through the whole stack', await raceOnStack(stack, projects)],
    ...(cluster ? [['PostgreSQL', await raceThere(cluster, projects)] as const] : []),
  ];
}

function figuresOf(projects: number, races: readonly (readonly [string, RaceResult])[]): Figures {
  return {
    title: `${RACERS} profiles race for the last place of ${projects} projects`,
    columns: ['Where', 'Projects over the limit', 'The most that one holds', 'Answered with yes', 'Refused'],
    rows: races.map(([where, { overLimit, most, applied, refused }]) => [
      where,
      overLimit,
      most,
      applied,
      refused,
    ]),
    notes: [`Answers are counted by project and profile: ${projects * RACERS} were asked for.`],
  };
}
