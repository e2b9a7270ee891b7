import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startGraphqlApi();
  await api.world.group(1, null);
});
beforeEach(() => {
  api.commands.length = 0;
});
afterAll(async () => {
  await api.stop();
});

const ME = '{ currentUser { id } }';
const json = (value: unknown): string => JSON.stringify(value);

async function bearer(): Promise<string> {
  return `Bearer ${await api.issuer.token()}`;
}

describe('who asks', () => {
  it('is known by a bearer token', async () => {
    const answer = await api.ask(ME);
    expect(answer).toMatchObject({ status: 200, data: { currentUser: { id: 'owner' } } });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    });
  });

  it("is known by GitLab's PRIVATE-TOKEN too", async () => {
    const headers = { 'private-token': await api.issuer.token(), 'content-type': 'application/json' };
    expect(await api.send({ headers, body: json({ query: ME }) })).toMatchObject({
      data: { currentUser: { id: 'owner' } },
    });
  });

  it.each([
    ['no token', {}, 'Bearer'],
    ['no token after the scheme', { authorization: 'Bearer ' }, 'Bearer'],
    ['another scheme', { authorization: 'Basic b3duZXI6b3duZXI=' }, 'Bearer'],
    [
      'a token that is none',
      { authorization: 'Bearer x' },
      'Bearer error="invalid_token", error_description="The token is malformed"',
    ],
    [
      'a private token of GitLab',
      { 'private-token': 'glpat-abc' },
      'Bearer error="invalid_token", error_description="The token is malformed"',
    ],
  ])('is not known by %s: 401, and nothing is run', async (_name, headers, challenge) => {
    const answer = await api.send({
      headers: { ...headers, 'content-type': 'application/json' },
      body: json({ query: ME }),
    });
    expect(answer.status).toBe(401);
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(answer.headers).toMatchObject({
      'www-authenticate': challenge,
      'content-type': 'application/json; charset=utf-8',
    });
    expect(api.commands).toEqual([]);
  });

  it('cannot be known while the issuer is away: 503, with the cause in the log only', async () => {
    const lonely = await startGraphqlApi();
    lonely.issuer.broken = 500;
    const answer = await lonely.ask(ME);
    expect(answer).toMatchObject({
      status: 503,
      errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE', requestId: 'request-1' } }],
    });
    expect(answer.text).not.toContain(lonely.issuer.issuer);
    expect(lonely.env.log.lines).toMatchObject([{ level: 'error', details: { requestId: 'request-1' } }]);
    await lonely.stop();
  });

  it('leaves no token in the log, whatever happens', async () => {
    const token = await api.issuer.token();
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    await api.send({ headers, body: '{' });
    await api.send({ headers, body: json({ query: '{ nothing }' }) });
    await api.send({ headers, body: json({ query: ME }) });
    expect(json(api.env.log.lines)).not.toContain(token);
  });
});

describe('what is no request', () => {
  it.each([
    [
      'a body over 1 MB',
      { body: json({ query: ME, extensions: { pad: 'x'.repeat(1_000_000) } }) },
      413,
      /1000000/,
    ],
    ['batched queries', { body: json([{ query: ME }]) }, 400, /Batching/],
    ['no JSON', { body: '{' }, 400, /JSON/],
    ['no body', {}, 400, /JSON/],
    ['no query', { body: '{}' }, 200, /query/],
    [
      'a mutation by GET',
      { method: 'GET', rawQueryString: 'query=mutation%7B__typename%7D' },
      405,
      /mutation/,
    ],
    [
      'variables that are no JSON, by GET',
      { method: 'GET', rawQueryString: 'query=%7B__typename%7D&variables=%7B' },
      400,
      /variables/,
    ],
    ['another path', { rawPath: '/graphql/other' }, 404, /GraphQL is at \/graphql and \/api\/graphql/],
    ['another method', { method: 'DELETE' }, 405, /DELETE/],
    ['a preflight', { method: 'OPTIONS' }, 405, /OPTIONS/],
  ])('%s', async (_name, parts, status, message) => {
    const answer = await api.send(parts);
    expect(answer.status).toBe(status);
    expect(answer.errors[0]?.message).toMatch(message);
    expect(answer.headers['content-type']).toContain('json');
    expect(api.commands).toEqual([]);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/jsonp',
    undefined,
  ])('a body of type %s', async (type) => {
    const headers = { authorization: await bearer(), ...(type !== undefined && { 'content-type': type }) };
    const answer = await api.send({ headers, body: json({ query: ME }) });
    expect(answer).toMatchObject({
      status: 415,
      errors: [{ message: expect.stringContaining('application/json') }],
    });
  });

  it('one whose answer cannot be what it accepts', async () => {
    const headers = {
      authorization: await bearer(),
      'content-type': 'application/json',
      accept: 'text/event-stream, image/png',
    };
    expect(await api.send({ headers, body: json({ query: ME }) })).toMatchObject({ status: 406 });
  });
});

describe('what is a request', () => {
  it.each(['/graphql/', '/api/graphql', '/api/graphql/', '/mapped/api/graphql'])(
    'one to %s',
    async (rawPath) => {
      const headers = { authorization: await bearer(), 'content-type': 'application/json' };
      expect(await api.send({ rawPath, headers, body: json({ query: ME }) })).toMatchObject({ status: 200 });
    },
  );

  it('a query by GET', async () => {
    const answer = await api.send({ method: 'GET', rawQueryString: `query=${encodeURIComponent(ME)}` });
    expect(answer).toMatchObject({ status: 200, data: { currentUser: { id: 'owner' } } });
  });

  it('one whose content type has parameters, whose body is in base64', async () => {
    const headers = { authorization: await bearer(), 'content-type': 'Application/JSON ; charset=UTF-8' };
    const body = Buffer.from(json({ query: ME })).toString('base64');
    expect(await api.send({ headers, body, isBase64Encoded: true })).toMatchObject({ status: 200 });
  });

  it('a query of 10,000 characters in a body of 100,000 bytes', async () => {
    const query = `${ME}${'#'.repeat(10_000 - ME.length)}`;
    const pad = 'x'.repeat(1_000_000 - json({ query, extensions: { pad: '' } }).length);
    const body = json({ query, extensions: { pad } });
    expect(body).toHaveLength(1_000_000);
    expect(await api.send({ body })).toMatchObject({ status: 200, data: { currentUser: { id: 'owner' } } });
  });

  it('reflects no origin and sets no cookie', async () => {
    const headers = {
      authorization: await bearer(),
      'content-type': 'application/json',
      origin: 'https://evil.example',
    };
    const answer = await api.send({ headers, body: json({ query: ME }) });
    expect(Object.keys(answer.headers).filter((name) => /^access-control|cookie/i.test(name))).toEqual([]);
  });

  it('tells a caller about the schema', async () => {
    const answer = await api.ask('{ __type(name: "Group") { fields { name description } } }');
    expect(answer.errors).toEqual([]);
    expect(answer.text).toContain('availableSecurityScanProfiles');
  });
});
