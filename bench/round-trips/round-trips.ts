import { groupRef } from '../../shared/domain/node.ts';
import { MAXIMUM_SETTLED } from '../../shared/pipeline/settle.ts';
import { setMember } from '../../shared/tree/set-member.ts';
import { customProfiles } from '../../test/support/custom-profiles.ts';
import { startGraphqlApi, type TestApi } from '../../test/support/graphql-api.ts';
import { plant, type Shape } from '../attach-cost/trees.ts';
import type { Bench } from '../bench.ts';
import { meter } from '../meter.ts';
import { type Asked, requests, type Subjects } from './requests.ts';
import { inWaves, type Waves } from './waves.ts';

/** A path of three parts leads to a project of it. */
const TREE: Shape = {
  name: 'two levels',
  groups: [
    { path: [1], projects: 0 },
    { path: [1, 2], projects: 150 },
  ],
};

/**
 * How often a request has to wait for the table, from the token to the answer, and what it costs there: the API as the
 * gateway calls it, in this process.
 */
export const roundTrips: Bench = {
  name: 'round-trips',
  about: 'calls to the table that wait for one another, of each of the most usual requests',
  async run({ progress }) {
    const api = await startGraphqlApi();
    try {
      const subjects = await prepare(api);
      const rows: (readonly (string | number)[])[] = [];
      for (const asked of requests(subjects)) {
        progress(asked.name);
        rows.push(await measure(api, asked));
      }
      return [{ title: 'Round trips to the table', columns: COLUMNS, rows }];
    } finally {
      await api.stop();
    }
  },
};

const COLUMNS = ['Request', 'Round trips', 'Calls', 'Write units', 'Read units', 'One after the other'];

/** A tree whose projects all hold one profile, and some more operations in the log. */
async function prepare(api: TestApi): Promise<Subjects> {
  const { env, world } = api;
  const [projectId = 0, ...others] = await plant(env, TREE);
  await setMember(env, { ref: groupRef(1), userId: 'owner', accessLevel: 50, at: env.clock.now() });
  const [profileId = 0] = await customProfiles(env.table, 1, 1);
  const { id: operationId } = await world.accepted({ groupIds: [1], profile: { id: profileId } });
  await settle(api);
  const one = { projectIds: [projectId] };
  for (let time = 0; time < 10; time += 1) {
    await world.accepted({ ...one, kind: 'ATTACH', profile: { template: 'secret_detection' } });
    await world.accepted({ ...one, kind: 'DETACH', profile: { template: 'secret_detection' } });
  }
  await settle(api);
  // The keys of the issuer are fetched with the first token.
  await api.ask('{ currentUser { id } }');
  const [groupPath, projectPath] = ['group-1/group-2', `group-1/group-2/project-${projectId}`];
  const projectIds = others.slice(0, MAXIMUM_SETTLED + 1);
  return { groupId: 2, groupPath, projectId, projectPath, projectIds, profileId, operationId };
}

/** Everything is done, and has been for so long that it is forgotten. */
async function settle({ env, world }: TestApi): Promise<void> {
  await world.drain();
  env.clock.advance(2 * 60 * 60 * 1000);
  await world.janitor();
  await world.drain();
}

async function measure(api: TestApi, { name, query }: Asked): Promise<readonly (string | number)[]> {
  const [metered, seen] = [meter(api.env.table), inWaves(api.env.table)];
  const { errors } = await api.ask(query);
  const [{ calls, writeUnits, readUnits }, waves] = [metered.read(), seen.read()];
  if (errors.length > 0) throw new Error(`${name}: ${JSON.stringify(errors)}`);
  await settle(api);
  return [name, waves.length, calls, writeUnits, readUnits, waves.map(wordsOf).join(' · ')];
}

/** `2 Query + GetItem`. */
function wordsOf(wave: Waves[number]): string {
  return [...Map.groupBy(wave, (command) => command)]
    .map(([command, { length }]) => (length === 1 ? command : `${length} ${command}`))
    .join(' + ');
}
