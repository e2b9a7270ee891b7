import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inProcess, writesIn } from '../support/counted-table.ts';
import { type HostileApi, hostileApi, type Parts } from '../support/hostile-api.ts';

const table = inProcess();
let api: HostileApi;
let token: string;

beforeAll(async () => {
  api = await hostileApi(table, { forgetful: true });
  await api.world.group(1, null);
  await api.world.project(10, 1);
  token = await api.token('owner');
});
beforeEach(() => {
  table.commands.length = 0;
});
afterAll(async () => api.stop());

const JSON_TYPE = { 'content-type': 'application/json' };
const known = (): Readonly<Record<string, string>> => ({ ...JSON_TYPE, authorization: `Bearer ${token}` });
const ASK = '{"query":"{ __typename }"}';
const ATTACH =
  'mutation { attachSecurityScanProfile(input: { securityScanProfileId: "gid://gitlab/Security::ScanProfile/sast" projectIds: ["gid://gitlab/Project/10"] }) { errors } }';

/** One request for each way in which an answer is made. */
const WAYS: readonly (readonly [name: string, status: number, parts: () => Parts])[] = [
  ['an answer', 200, () => ({ path: '/graphql', headers: known(), body: ASK })],
  ['a query that is wrong', 200, () => ({ path: '/graphql', headers: known(), body: '{"query":"{"}' })],
  ['no JSON', 400, () => ({ path: '/graphql', headers: known(), body: '{' })],
  ['no token', 401, () => ({ path: '/graphql', headers: JSON_TYPE, body: ASK })],
  ['nothing here', 404, () => ({ path: '/other', headers: known(), body: ASK })],
  ['another method', 405, () => ({ path: '/graphql', method: 'PUT', headers: known(), body: ASK })],
  [
    'a mutation by GET',
    405,
    () => ({
      path: '/graphql',
      method: 'GET',
      headers: known(),
      query: `query=${encodeURIComponent(ATTACH)}`,
    }),
  ],
  [
    'no such answer',
    406,
    () => ({ path: '/graphql', headers: { ...known(), accept: 'image/png' }, body: ASK }),
  ],
  ['too long a body', 413, () => ({ path: '/graphql', headers: known(), body: 'x'.repeat(1_000_001) })],
  [
    'another type',
    415,
    () => ({ path: '/graphql', headers: { ...known(), 'content-type': 'text/plain' }, body: ASK }),
  ],
  ['a user, by REST', 200, () => ({ path: '/api/v4/user', method: 'GET', headers: known() })],
  ['no token, by REST', 401, () => ({ path: '/api/v4/user', method: 'GET', headers: {} })],
  ['no project, by REST', 404, () => ({ path: '/api/v4/projects/4711', method: 'GET', headers: known() })],
  ['no route, by REST', 404, () => ({ path: '/api/v4/groups', method: 'GET', headers: known() })],
  ['another method, by REST', 405, () => ({ path: '/api/v4/user', method: 'POST', headers: known() })],
];

const FROM_ELSEWHERE = {
  origin: 'https://evil.example',
  cookie: 'session=1',
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'authorization,content-type',
};

function expectHeaders(headers: Readonly<Record<string, unknown>>): void {
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'content-type': expect.stringMatching(/^application\/json(; charset=utf-8)?$/),
    'strict-transport-security': expect.stringMatching(/^max-age=\d{8,}$/),
    'x-content-type-options': 'nosniff',
  });
  // No page of another origin may read it, nothing is set in a browser, and nothing says what runs here.
  const others = Object.keys(headers).filter((name) =>
    /access-control|cookie|server|powered|etag|location/i.test(name),
  );
  expect(others).toEqual([]);
}

describe('what browsers are told', () => {
  it.each(WAYS)('with %s (%i)', async (_name, status, parts) => {
    const asked = parts();
    const answer = await api.send({ ...asked, headers: { ...asked.headers, ...FROM_ELSEWHERE } });
    expect(answer.status, answer.text).toBe(status);
    expectHeaders(answer.headers);
    expect(writesIn(table.commands)).toEqual([]);
  });

  it('with a fault of ours, and while the issuer is away', async () => {
    const away = await hostileApi(inProcess(), { forgetful: true });
    away.issuer.broken = 500;
    const headers = { ...JSON_TYPE, authorization: `Bearer ${token}` };
    for (const path of ['/graphql', '/api/v4/user']) {
      const answer = await away.send({
        path,
        method: path === '/graphql' ? 'POST' : 'GET',
        headers,
        body: ASK,
      });
      expect(answer.status).toBe(503);
      expectHeaders(answer.headers);
    }
    Object.assign(away.env.table.client, {
      send: () => Promise.reject(new Error('arn:aws:dynamodb:secret')),
    });
    const personal = { ...JSON_TYPE, 'private-token': `spat-${'0'.repeat(43)}` };
    for (const path of ['/graphql', '/api/v4/user']) {
      const answer = await away.send({
        path,
        method: path === '/graphql' ? 'POST' : 'GET',
        headers: personal,
        body: ASK,
      });
      expect(answer.status).toBe(500);
      expect(answer.text).not.toContain('secret');
      expectHeaders(answer.headers);
    }
    await away.stop();
  });

  it('before a request of another origin: nothing that would allow it', async () => {
    for (const path of ['/graphql', '/api/graphql', '/api/v4/user']) {
      const answer = await api.send({ path, method: 'OPTIONS', headers: FROM_ELSEWHERE });
      expect([401, 405]).toContain(answer.status);
      expectHeaders(answer.headers);
    }
  });
});

describe('a page of another origin can make nobody change anything', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain;application/json',
    '',
  ])('by a form of type "%s"', async (type) => {
    const headers = { 'content-type': type, authorization: `Bearer ${token}`, ...FROM_ELSEWHERE };
    for (const body of [JSON.stringify({ query: ATTACH }), `query=${encodeURIComponent(ATTACH)}`])
      expect(await api.send({ path: '/graphql', headers, body })).toMatchObject({ status: 415 });
    expect(table.commands).toEqual([]);
  });

  it.each([
    ['a mutation', { query: ATTACH }],
    [
      'one among others',
      { query: `query A { __typename } ${ATTACH.replace('mutation', 'mutation B')}`, operationName: 'B' },
    ],
    [
      'one that a fragment hides',
      {
        query: `${ATTACH.replace('{ errors }', '{ ...F }')} fragment F on SecurityScanProfileAttachPayload { errors }`,
      },
    ],
  ])('by a link to %s', async (_name, parameters) => {
    const query = new URLSearchParams(parameters).toString();
    const headers = { authorization: `Bearer ${token}` };
    expect(await api.send({ path: '/graphql', method: 'GET', headers, query })).toMatchObject({
      status: 405,
    });
    expect(table.commands).toEqual([]);
  });

  it('by a cookie or a parameter, for nothing but a header says who asks', async () => {
    const headers = { cookie: `token=${token}; access_token=${token}` };
    const query = `query=%7B__typename%7D&access_token=${token}&private_token=${token}`;
    expect(await api.send({ path: '/graphql', method: 'GET', headers, query })).toMatchObject({
      status: 401,
    });
  });
});
