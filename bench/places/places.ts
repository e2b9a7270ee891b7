import { MAXIMUM_LEVELS, groupRef, type TreeNode } from '../../shared/domain/node.ts';
import { setMember } from '../../shared/tree/set-member.ts';
import { customProfiles } from '../../test/support/custom-profiles.ts';
import { startGraphqlApi, type TestApi } from '../../test/support/graphql-api.ts';
import type { Bench } from '../bench.ts';
import { meter } from '../meter.ts';
import { madeUpNode, plantNodes } from '../planting/plant-nodes.ts';
import { inWaves } from '../round-trips/waves.ts';
import { itemsAsked } from './items.ts';

/** As many as a page has. */
const PROJECTS = 100;

/** How many levels of groups the projects have in common, of twenty; and how often one request asks for the page. */
const TREES = [
  { shared: 1, times: [1] },
  { shared: 10, times: [1] },
  { shared: 19, times: [1, 2] },
];

/**
 * What it takes to tell where 100 projects are, each in a group of its own at the deepest level there is, and what they
 * show: the results of an operation on them, in one request.
 */
export const places: Bench = {
  name: 'places',
  about: 'reads for the full paths and profiles of 100 projects in 100 groups at depth 20',
  async run({ progress, short }) {
    const rows: (readonly (string | number)[])[] = [];
    for (const { shared, times } of short ? TREES.filter((tree) => tree.shared !== 10) : TREES) {
      progress(`${shared} levels in common`);
      rows.push(...(await rowsOf(shared, times)));
    }
    return [{ title: '100 projects in 100 groups at depth 20', columns: COLUMNS, rows }];
  },
};

const COLUMNS = ['Levels in common', 'Times asked for', 'Round trips', 'Calls', 'Items', 'Read units'];

async function rowsOf(
  shared: number,
  times: readonly number[],
): Promise<readonly (readonly (string | number)[])[]> {
  const api = await startGraphqlApi();
  try {
    const { env, world } = api;
    await plantNodes(env.table, nodes(shared));
    await setMember(env, { ref: groupRef(1), userId: 'owner', accessLevel: 50, at: 0 });
    const [profileId = 0] = await customProfiles(env.table, 1, 1);
    const projectIds = Array.from({ length: PROJECTS }, (_, index) => index + 1);
    const { id } = await world.accepted({ projectIds, profile: { id: profileId } });
    // The keys of the issuer are fetched with the first token.
    await api.ask('{ currentUser { id } }');
    const page = `securityScanProfileOperation(id: "${id}") { results(first: ${PROJECTS}) { nodes { project { fullPath securityScanProfiles { id name } } } } }`;
    const rows: (readonly (string | number)[])[] = [];
    for (const often of times) {
      const pages = Array.from({ length: often }, (_, index) => `page${index}: ${page}`);
      rows.push([shared, often, ...(await measure(api, `{ ${pages.join(' ')} }`))]);
    }
    return rows;
  } finally {
    await api.stop();
  }
}

async function measure(api: TestApi, query: string): Promise<readonly number[]> {
  const { table } = api.env;
  const [metered, asked, seen] = [meter(table), itemsAsked(table), inWaves(table)];
  const { errors, text } = await api.ask(query);
  const [{ calls, readUnits }, items, waves] = [metered.read(), asked.read(), seen.read()];
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  if (!text.includes(`project-${PROJECTS}"`)) throw new Error('a project is missing');
  return [waves.length, calls, items, readUnits];
}

/** A line of groups that all are below, then one of its own above each project. */
function* nodes(shared: number): Generator<TreeNode> {
  let groups = 0;
  function* line(above: readonly number[], levels: number): Generator<TreeNode, readonly number[]> {
    let chain = above;
    while (chain.length < levels) {
      groups += 1;
      yield madeUpNode('group', groups, chain);
      chain = [groups, ...chain];
    }
    return chain;
  }
  const tops = yield* line([], shared);
  for (let id = 1; id <= PROJECTS; id += 1)
    yield madeUpNode('project', id, yield* line(tops, MAXIMUM_LEVELS));
}
