import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shared } from '../support/shared-stack.ts';
import { type PlantedTree, plantTree } from '../support/tree.ts';

const ROOT = 'api-limits';
let tree: PlantedTree;

beforeAll(async () => {
  const projects = Array.from({ length: 100 }, (_, index) => `${ROOT}/deep/project-${index}`);
  tree = await plantTree(shared, { projects, members: { 'limits-owner': { [ROOT]: 50 } } });
});

let headers: Record<string, string>;
beforeEach(async () => {
  headers = {
    authorization: `Bearer ${await shared.token('limits-owner')}`,
    'content-type': 'application/json',
  };
});

async function errorsOf(response: Response): Promise<string> {
  expect(response.headers.get('content-type')).toContain('json');
  const body: unknown = await response.json();
  expect(body).toMatchObject({ errors: [{ message: expect.any(String) }] });
  expect(body).not.toHaveProperty('data');
  return JSON.stringify(body);
}

const post = (body: string): RequestInit => ({ method: 'POST', headers, body });
const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

describe('refused with an error that names the limit', () => {
  it('a body over 1 MB: 413', async () => {
    const response = await shared.request(
      '/graphql',
      post(JSON.stringify({ query: '{ __typename }', extensions: { pad: 'x'.repeat(1_000_000) } })),
    );
    expect(response.status).toBe(413);
    expect(await errorsOf(response)).toMatch(/limit of 1000000/);
  });

  it('batched queries: 400', async () => {
    const response = await shared.request('/graphql', post(JSON.stringify([{ query: '{ __typename }' }])));
    expect(response.status).toBe(400);
    expect(await errorsOf(response)).toMatch(/Batching/);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/graphql'])(
    'a body of type %s: 415',
    async (type) => {
      const response = await shared.request('/graphql', {
        method: 'POST',
        headers: { ...headers, 'content-type': type },
        body: '{ __typename }',
      });
      expect(response.status).toBe(415);
      expect(await errorsOf(response)).toMatch(/application\/json/);
    },
  );

  it('a mutation by GET: 405', async () => {
    const query = encodeURIComponent('mutation { __typename }');
    const response = await shared.request(`/graphql?query=${query}`, { headers });
    expect(response.status).toBe(405);
    expect(await errorsOf(response)).toMatch(/mutation/);
  });

  const pages =
    'subgroups(first: $n) { nodes { projects(first: $n) { nodes { attachedSecurityScanProfiles { id } } } } }';
  it.each([
    ['a query of 10,001 characters', `{ __typename }${'#'.repeat(9_987)}`, {}, /limit of 10000/],
    [
      'depth',
      `{ group(fullPath: "${ROOT}") ${'{ parent '.repeat(11)}{ id }${' }'.repeat(11)} }`,
      {},
      /levels of fields, more than the limit of 10/,
    ],
    [
      'aliases',
      `{ ${times(31, (index) => `a${index}: __typename`)} }`,
      {},
      /aliases, more than the limit of 30/,
    ],
    [
      'cost',
      `query($n: Int) { group(fullPath: "${ROOT}") { ${pages} } }`,
      { n: 100 },
      /costs \d+, more than the limit of 5000/,
    ],
  ])('%s', async (_name, query, variables, message) => {
    const response = await shared.request('/graphql', post(JSON.stringify({ query, variables })));
    expect(await errorsOf(response)).toMatch(message);
  });
});

describe('within all limits', () => {
  const PROFILE = 'id name description scanType gitlabRecommended createdAt updatedAt triggers';

  it('a hundred ids, then a page of a hundred projects with all fields of their profiles, eight levels deep', async () => {
    const query = `mutation($input: SecurityScanProfileAttachInput!) { securityScanProfileAttach(input: $input) {
      errors operation { status totals { projects applied } }
    } }`;
    const projectIds = Array.from(tree.projects.values(), (id) => `gid://gitlab/Project/${id}`);
    for (const template of ['secret_detection', 'sast', 'dependency_scanning']) {
      const input = {
        securityScanProfileId: `gid://gitlab/Security::ScanProfile/${template}`,
        projectIds,
        groupIds: [],
      };
      expect(await shared.graphql('limits-owner', query, { input })).toMatchObject({
        errors: [],
        data: {
          securityScanProfileAttach: {
            errors: [],
            operation: { status: 'SUCCEEDED', totals: { projects: 100, applied: 100 } },
          },
        },
      });
    }
    const page = `query($path: ID!) { project(fullPath: $path) { group { rootAncestor { projects(includeSubgroups: true, first: 100) {
      edges { node { attachedSecurityScanProfiles { ${PROFILE} } securityScanProfiles { ${PROFILE} } } }
    } } } } }`;
    const answer = await shared.graphql('limits-owner', page, { path: `${ROOT}/deep/project-0` });
    expect(answer.errors).toEqual([]);
    expect(JSON.stringify(answer.data).match(/"triggers"/g)).toHaveLength(600);
  });

  it('a query by GET', async () => {
    const query = encodeURIComponent('{ currentUser { id } }');
    const response = await shared.request(`/api/graphql?query=${query}`, { headers });
    expect(await response.json()).toEqual({ data: { currentUser: { id: 'limits-owner' } } });
  });
});
