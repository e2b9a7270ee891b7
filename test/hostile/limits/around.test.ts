import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inProcess } from '../support/counted-table.ts';
import { type HostileApi, hostileApi, type Raw } from '../support/hostile-api.ts';

const table = inProcess();
let api: HostileApi;
let token: string;

beforeAll(async () => {
  api = await hostileApi(table);
  await api.world.group(1, null);
  token = await api.token('owner');
});
beforeEach(() => {
  table.commands.length = 0;
});
afterAll(async () => api.stop());

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** Projects of a hundred subgroups: ten thousand. */
const MANY = 'subgroups(first: $n) { nodes { projects(first: $n) { nodes { id } } } }';

async function refused(body: object): Promise<Raw> {
  const answer = await api.ask(token, body);
  expect(JSON.parse(answer.text)).not.toHaveProperty('data');
  expect(table.commands, answer.text).toEqual([]);
  return answer;
}

describe('a limit holds', () => {
  it.each([
    [
      'beside an argument that is null by a variable with a default',
      `query($p: ID = "x", $n: Int = 100) { a: group(fullPath: $p) { id } group(fullPath: "group-1") { ${MANY} } }`,
    ],
    [
      'of pages, beside such an argument',
      'query($p: ID = "x") { a: group(fullPath: $p) { id } group(fullPath: "group-1") { projects(first: 100000) { nodes { id } } } }',
    ],
    [
      'beside a condition of a directive that is null',
      `query($p: Boolean = true, $n: Int = 100) { group(fullPath: "group-1") { ${MANY} } currentUser { id @include(if: $p) } }`,
    ],
  ])('%s', async (_name, query) => {
    const { text } = await refused({ query, variables: { p: null } });
    expect(text).toContain('must not be null');
    expect(text).toContain('BAD_USER_INPUT');
  });

  it('behind more fragments than a cost is usually counted in', async () => {
    const chain = times(45, (i) => `fragment f${i} on Query { ...f${i + 1} }`);
    const query = `query($n: Int = 100) { ${times(230, () => '...f0')} group(fullPath: "group-1") { ${MANY} } }
      ${chain} fragment f45 on Query { __typename }`;
    expect((await refused({ query })).text).toContain('costs 10202, more than the limit of 5000');
  });

  it.each([
    ['an operation name', { operationName: 'Q' }],
    ['extensions', { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }],
    ['variables that nobody asked for', { variables: { n: 1, __proto__: { n: 1 } } }],
  ])('whatever stands in %s', async (_name, more) => {
    const query = `query Q { group(fullPath: "group-1") { ${MANY.replaceAll('$n', '100')} } }`;
    expect((await refused({ query, ...more })).text).toContain('costs 10202');
  });

  it('for comments, commas, a byte order mark and letters in four digits', async () => {
    const padding = { query: `{ __typename } ${'#,\ufeff\u00e9'.repeat(3_000)}` };
    expect((await refused(padding)).text).toContain('12015 characters');
    const escaped = JSON.stringify({ query: 'Q' }).replace('Q', '\\u0020'.repeat(10_001));
    expect((await api.ask(token, escaped)).text).toContain('10001 characters');
  });

  it('by GET as by POST', async () => {
    const query = `{ group(fullPath: "group-1") { ${MANY.replaceAll('$n', '100')} } }`;
    const asked = { method: 'GET', path: '/graphql', query: `query=${encodeURIComponent(query)}` };
    const headers = { authorization: `Bearer ${token}` };
    expect((await api.send({ ...asked, headers })).text).toContain('costs 10202');
    expect(table.commands).toEqual([]);
  });

  it('for introspection that goes round in circles', async () => {
    const circle = '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }';
    expect((await refused({ query: circle })).text).toContain('Maximum introspection depth exceeded');
  });
});

describe('an answer is not many times as long as what was asked', () => {
  const query =
    'mutation($input: SecurityScanProfileCreateInput!) { securityScanProfileCreate(input: $input) { errors } }';
  const long = 'x'.repeat(900_000);

  it.each([
    ['fifty members that there are not', { ...membersOf(60), big: long }],
    ['a long member', { [long]: 1 }],
    ['a long value of an enumeration', { scanType: long }],
    ['many values', Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`"k${i}"`, `"${i}"`]))],
  ])('about %s', async (_name, input) => {
    const { text } = await refused({ query, variables: { input } });
    expect(text).toContain('"$input\\" got invalid value');
    expect(text.length).toBeLessThan(150_000);
  });

  it('about a hundred thousand triggers', async () => {
    const triggers = Array.from({ length: 25_000 }, () => ({ triggerType: 'SAST_FALSE_POSITIVE' }));
    const input = {
      namespaceId: 'gid://gitlab/Group/1',
      scanType: 'SAST',
      name: 'x',
      description: '',
      triggers,
    };
    const { text } = await api.ask(token, { query, variables: { input } });
    expect(JSON.parse(text)).toEqual({
      data: {
        securityScanProfileCreate: {
          errors: ['triggers must name at most 8 triggers, and names 25000'],
        },
      },
    });
  });
});

it.each(['x', 'input'])('variables that are nested deeper than any stack do no harm: %s', async (name) => {
  const deep = '['.repeat(490_000) + ']'.repeat(490_000);
  const query =
    'mutation($input: AttachSecurityScanProfileInput!) { attachSecurityScanProfile(input: $input) { errors } }';
  const { status, text } = await api.ask(token, `{"query":"${query}","variables":{"${name}":${deep}}}`);
  expect(status).toBeLessThan(500);
  expect(text).toContain('BAD_USER_INPUT');
});

function membersOf(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 1]));
}
