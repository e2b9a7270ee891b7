import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { commandLine } from '../support/command-line.ts';
import { shared } from '../support/shared-stack.ts';
import { type PlantedTree, plantTree } from '../support/tree.ts';

const ROOT = `existing-clients-${randomUUID()}`;
const APP = `${ROOT}/web/app`;
const USER = 'glab-user';
const { stateDir } = inject('stack');

let tree: PlantedTree;
let token: string;
let tokenId: string;

beforeAll(async () => {
  tree = await plantTree(shared, { projects: [APP], members: { [USER]: { [ROOT]: 40 } } });
  const made = await commandLine([
    'tokens',
    'create',
    'glab',
    '--scope',
    'api',
    '--expires',
    '30d',
    '--as',
    USER,
  ]);
  expect(made.code, made.all).toBe(0);
  // As `TOKEN=$(npx scan-profiles tokens create …)` has it.
  token = made.data.trimEnd();
  [, tokenId = ''] = /tokens revoke (\S+)/.exec(made.all) ?? [];
});

async function rest(path: string, init: RequestInit = {}): Promise<Response> {
  return shared.request(`/api/v4/${path}`, { headers: { 'private-token': token }, ...init });
}

async function graphql(query: string, variables: Record<string, unknown>, by = token): Promise<unknown> {
  const response = await shared.request('/api/graphql', {
    method: 'POST',
    headers: { 'private-token': by, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  expect(response.status).toBe(200);
  return response.json();
}

async function statuses(): Promise<unknown> {
  const query = `query($fullPath: ID!) {
    project(fullPath: $fullPath) { scanProfileStatuses { status scanProfile { id name scanType } } }
  }`;
  const data = z.object({ data: z.object({ project: z.object({ scanProfileStatuses: z.unknown() }) }) });
  return data.parse(await graphql(query, { fullPath: APP })).data.project.scanProfileStatuses;
}

async function change(kind: 'Attach' | 'Detach', input: Record<string, unknown>): Promise<unknown> {
  const name = `securityScanProfile${kind}`;
  const query = `mutation($input: SecurityScanProfile${kind}Input!) { ${name}(input: $input) { errors } }`;
  return graphql(query, { input });
}

describe('a client of GitLab, with a personal access token', () => {
  it('looks a project up by its path, enables a scanner, asks for the status, and disables it by its key', async () => {
    const found = await rest(`projects/${encodeURIComponent(APP)}`);
    expect(found.status).toBe(200);
    const origin = new URL(shared.file.graphqlUrl).origin;
    const project = z.looseObject({ id: z.int() }).parse(await found.json());
    expect(project).toMatchObject({
      id: tree.projects.get(APP),
      path_with_namespace: APP,
      web_url: `${origin}/${APP}`,
      namespace: { id: tree.groups.get(`${ROOT}/web`), full_path: `${ROOT}/web` },
    });
    const byId = await rest(`projects/${project.id}`);
    expect(await byId.json()).toEqual(project);

    const input = {
      securityScanProfileId: 'gid://gitlab/Security::ScanProfile/sast',
      projectIds: [`gid://gitlab/Project/${project.id}`],
      groupIds: [],
    };
    expect(await change('Attach', input)).toEqual({ data: { securityScanProfileAttach: { errors: [] } } });
    expect(await statuses()).toEqual([
      {
        status: 'PENDING',
        scanProfile: {
          id: expect.stringMatching(/^gid:\/\/gitlab\/Security::ScanProfile\/\d+$/),
          name: 'SAST (default)',
          scanType: 'SAST',
        },
      },
    ]);
    expect(await change('Detach', input)).toEqual({ data: { securityScanProfileDetach: { errors: [] } } });
    expect(await statuses()).toEqual([]);
  });

  it.each([
    ['user', 200, { username: USER, state: 'active' }],
    ['version', 200, { version: '19.6.0' }],
    ['metadata', 200, { version: '19.6.0', enterprise: true }],
    ['projects/0', 404, { message: '404 Project Not Found' }],
    [`projects/${ROOT}%2Fnothing`, 404, { message: '404 Project Not Found' }],
    ['runners', 404, { error: '404 Not Found' }],
  ])('is answered GET %s with %i', async (path, status, body) => {
    const answer = await rest(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/json']);
    expect(await answer.json()).toMatchObject(body);
  });

  it.each(['/api/graphql/', '/graphql/'])('is answered at %s, with a slash at the end, too', async (path) => {
    const response = await shared.request(path, {
      method: 'POST',
      headers: { 'private-token': token, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: '{ currentUser { id } }' }),
    });
    expect(await response.json()).toEqual({ data: { currentUser: { id: USER } } });
  });

  it('is told where GraphQL is, where nothing else is', async () => {
    const response = await shared.request('/api/v5/user', {});
    expect([response.status, await response.text()]).toEqual([
      404,
      expect.stringContaining('GraphQL is at /graphql'),
    ]);
  });

  it('is refused another method, and without a token all', async () => {
    expect((await rest('user', { method: 'POST', headers: {} })).status).toBe(405);
    const answer = await rest('user', { headers: {} });
    expect([answer.status, await answer.json()]).toEqual([401, { message: '401 Unauthorized' }]);
  });
});

describe('the command line', () => {
  const withToken = (): Record<string, string> => ({
    SCAN_PROFILES_URL: shared.file.graphqlUrl,
    SCAN_PROFILES_TOKEN: token,
  });

  it('takes a personal access token where it takes one of the issuer, but to make another', async () => {
    const listed = await commandLine(['tokens', 'list', '--json'], withToken());
    expect(listed.code, listed.all).toBe(0);
    expect(JSON.parse(listed.data)).toMatchObject([{ name: 'glab', scopes: ['API'], active: true }]);
    const made = await commandLine(
      ['tokens', 'create', 'x', '--scope', 'api', '--expires', '1d'],
      withToken(),
    );
    expect([made.code, made.data]).toEqual([1, '']);
    expect(made.all).toContain('A personal access token cannot make another one');
  });

  it('makes one that changes nothing', async () => {
    const made = await commandLine([
      'tokens',
      'create',
      'r',
      '--scope',
      'read_api',
      '--expires',
      '1d',
      '--as',
      USER,
    ]);
    const readOnly = { ...withToken(), SCAN_PROFILES_TOKEN: made.data.trimEnd() };
    expect((await commandLine(['profiles', 'list', ROOT], readOnly)).code).toBe(0);
    const attach = await commandLine(['attach', ROOT, '--profile', 'sast'], readOnly);
    expect([attach.code, attach.data]).toEqual([1, '']);
    expect(attach.all).toContain('A mutation needs a token with the scope api');
  });

  it('ends a token at once', async () => {
    expect((await rest('user')).status).toBe(200);
    const revoked = await commandLine(['tokens', 'revoke', tokenId, '--as', USER]);
    expect(revoked.code, revoked.all).toBe(0);
    expect((await rest('user')).status).toBe(401);
    expect((await commandLine(['tokens', 'list'], withToken())).code).toBe(1);
  });

  it('has left no token in any log', async () => {
    const logs = join(stateDir, 'logs');
    const names = await readdir(logs);
    expect(names).toEqual(expect.arrayContaining(['graphql.log', 'rest.log']));
    const texts = await Promise.all(names.map(async (name) => readFile(join(logs, name), 'utf8')));
    expect(texts.join('')).not.toContain('spat-');
  });
});
