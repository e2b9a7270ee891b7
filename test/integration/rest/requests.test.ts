import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startRestApi, type TestRestApi } from '../../support/rest-api.ts';

let api: TestRestApi;

beforeAll(async () => {
  api = await startRestApi();
  await api.world.group(1, null);
  await api.world.project(10, 1);
});
beforeEach(() => {
  api.env.log.lines.length = 0;
});
afterAll(async () => {
  await api.stop();
});

describe('who asks', () => {
  it.each([
    ['ann', expect.any(Number)],
    ['7', 7],
  ])('is told about: %s', async (user, id) => {
    const { status, body } = await api.get('user', { user });
    expect(status).toBe(200);
    expect(body).toEqual({
      id,
      username: user,
      name: user,
      state: 'active',
      web_url: `https://api.example.com/${user}`,
    });
  });

  it('has a number that is always the same, positive and exact in every client', async () => {
    const idOf = async (user: string): Promise<unknown> => (await api.get('user', { user })).body;
    const ids = await Promise.all(['ann', 'ann', 'bob', '0', '-1', '9'.repeat(40), '1e3'].map(idOf));
    expect(ids[0]).toEqual(ids[1]);
    const numbers = ids
      .map((body) => JSON.stringify(body))
      .map((text) => Number(/"id":(-?\d+)/.exec(text)?.[1]));
    expect(new Set(numbers).size).toBe(6);
    for (const id of numbers) {
      expect(id).toBeGreaterThan(0);
      expect(id).toBeLessThanOrEqual(2 ** 48);
    }
  });

  it.each([
    ['authorization', 'read_api'],
    ['private-token', 'read_api'],
    ['private-token', 'api'],
  ] as const)('may have a personal access token in %s with the scope %s', async (header, scope) => {
    const token = await api.personalToken('ann', scope);
    const headers = { [header]: header === 'authorization' ? `Bearer ${token}` : token };
    expect((await api.get('user', { headers })).body).toMatchObject({ username: 'ann' });
  });

  it.each([
    ['no token', {}, 'Bearer'],
    ['a token of others', { 'private-token': 'glpat-x' }, /^Bearer error="invalid_token"/],
    ['a token that is unknown', { 'private-token': `spat-${'x'.repeat(43)}` }, /error="invalid_token"/],
  ])('is not known by %s: 401 in GitLab’s words', async (_name, headers, challenge) => {
    for (const path of ['user', 'version', 'metadata', 'projects/10', 'projects/nothing']) {
      const answer = await api.get(path, { headers });
      expect(answer).toMatchObject({ status: 401, text: '{"message":"401 Unauthorized"}' });
      expect(answer.headers['www-authenticate']).toMatch(challenge);
    }
  });

  it('cannot be known while the issuer is out of reach: 503, and the log says why', async () => {
    const token = await api.issuer.token();
    const fresh = await startRestApi();
    fresh.issuer.broken = 500;
    const answer = await fresh.get('user', { headers: { 'private-token': token } });
    await fresh.stop();
    expect(answer).toMatchObject({ status: 503, body: { message: '503 Service Unavailable' } });
    expect(fresh.env.log.lines).toMatchObject([{ level: 'error' }]);
    expect(JSON.stringify(fresh.env.log.lines)).not.toContain(token);
  });
});

it.each(['version', 'metadata'])(
  '%s says which release of GitLab clients may take this for',
  async (path) => {
    expect((await api.get(path)).body).toEqual({
      version: '19.6.0',
      revision: '1.2.3',
      kas: { enabled: false, externalUrl: null, externalK8sProxyUrl: null, version: null },
      enterprise: true,
    });
  },
);

describe('what is no request of ours', () => {
  it.each(['', 'users', 'user/1', 'projects', 'projects/', 'groups/1', 'version/', '../graphql'])(
    'is answered as GitLab answers an unknown route: %j',
    async (path) => {
      expect(await api.get(path)).toMatchObject({ status: 404, text: '{"error":"404 Not Found"}' });
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('may be a %s', async (method) => {
    expect(await api.get('projects/10', { method })).toMatchObject({
      status: 405,
      headers: { allow: 'GET' },
      text: '{"error":"405 Not Allowed"}',
    });
  });
});

describe('the address of web pages', () => {
  it.each([
    [{}, 'https://api.example.com/owner'],
    [{ host: '127.0.0.1:4000', 'x-forwarded-proto': 'http' }, 'http://127.0.0.1:4000/owner'],
    [{ 'x-forwarded-proto': 'javascript' }, 'https://api.example.com/owner'],
  ])('is that of the request: %j', async (more, webUrl) => {
    const headers = { ...more, 'private-token': await api.issuer.token() };
    expect((await api.get('user', { headers })).body).toMatchObject({ web_url: webUrl });
  });
});

it('says nothing of an error that nobody expected but to the log', async () => {
  const broken = await startRestApi();
  const token = await broken.personalToken('ann', 'api');
  broken.env.table.client.middlewareStack.add(() => () => Promise.reject(new Error('arn:aws:secret')), {
    step: 'initialize',
    name: 'broken',
  });
  const answer = await broken.get('user', { headers: { 'private-token': token } });
  await broken.stop();
  expect(answer).toMatchObject({ status: 500, text: '{"message":"500 Internal Server Error"}' });
  expect(broken.env.log.lines).toMatchObject([{ level: 'error', details: { requestId: 'request-1' } }]);
  expect(JSON.stringify(broken.env.log.lines)).not.toContain('spat-');
});

it('records the use of a personal access token before it answers', async () => {
  const headers = { 'private-token': await api.personalToken('ann', 'read_api') };
  const writes: (string | undefined)[] = [];
  api.env.table.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answered = await next(args);
        writes.push(commandName);
        return answered;
      },
    { step: 'initialize', name: 'count' },
  );
  await api.get('user', { headers });
  expect(writes.filter((name) => name?.startsWith('Update'))).toHaveLength(1);
  api.env.table.client.middlewareStack.remove('count');
});
