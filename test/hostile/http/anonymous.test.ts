import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inProcess } from '../support/counted-table.ts';
import { type HostileApi, hostileApi, type Parts } from '../support/hostile-api.ts';

const table = inProcess();
let api: HostileApi;

beforeAll(async () => {
  api = await hostileApi(table);
});
beforeEach(() => {
  table.commands.length = 0;
});
afterAll(async () => api.stop());

const QUERIES = {
  introspection: getIntrospectionQuery(),
  'a name that is nearly one': '{ currentUsr { id } grop { id } }',
  'a value that is nearly one': 'mutation { attachSecurityScanProfile(input: { mode: APEND }) { errors } }',
  'no query at all': '{',
};

const PATHS = [
  '/graphql',
  '/graphql/',
  '/api/graphql',
  '/api/graphql/',
  '/stage/graphql',
  '/GRAPHQL',
  '/graphql/x',
  '/',
];
const METHODS = ['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'QUERY'];
const TYPES = [
  'application/json',
  'application/graphql',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
];
const TOKENS: readonly Readonly<Record<string, string>>[] = [
  {},
  { authorization: 'Bearer x.y.z' },
  { 'private-token': `spat-${'0'.repeat(43)}` },
];

function requestsFor(query: string): readonly Parts[] {
  const text = new URLSearchParams({ query }).toString();
  const json = JSON.stringify({ query });
  return PATHS.flatMap((path) =>
    METHODS.flatMap((method) =>
      TYPES.flatMap((type, index) => {
        const headers = { 'content-type': type, accept: '*/*', ...TOKENS[index % TOKENS.length] };
        const body = type.endsWith('urlencoded') ? text : json;
        return [{ path, method, headers, query: text, ...(method !== 'GET' && { body }) }];
      }),
    ),
  );
}

describe('who is not known learns nothing of the schema', () => {
  it.each(Object.entries(QUERIES))('by %s, at any path, by any method, in any form', async (_name, query) => {
    for (const parts of requestsFor(query)) {
      const { status, text } = await api.send(parts);
      const isServed = /\/graphql\/?$/.test(parts.path);
      expect(status, JSON.stringify(parts)).toBe(isServed ? 401 : 404);
      expect(text).not.toMatch(/did you mean|__schema|currentUser|SecurityScanProfile|syntax|APPEND/i);
    }
    expect(table.commands.filter((command) => command !== 'GetCommand')).toEqual([]);
  });

  it('nor by too long a body', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ grop }', pad: 'x'.repeat(1_000_001) });
    expect(await api.send({ path: '/graphql', headers, body })).toMatchObject({ status: 401 });
  });

  it('and whoever is known is told', async () => {
    const token = await api.token('stranger');
    const [all, nearly] = [
      await api.ask(token, { query: QUERIES.introspection }),
      await api.ask(token, { query: QUERIES['a name that is nearly one'] }),
    ];
    expect(all.text).toContain('AttachSecurityScanProfileInput');
    expect(nearly.text).toContain('Did you mean');
  });
});
