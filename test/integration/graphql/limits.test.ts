import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Ask, startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';

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

function times(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(' ');
}

function parents(levels: number): string {
  return `{ group(fullPath: "group-1") ${'{ parent '.repeat(levels - 2)}{ id }${' }'.repeat(levels - 2)} }`;
}

/** Asks for the projects of a hundred subgroups, page by page. */
const TEN_THOUSAND = 'subgroups(first: $n) { nodes { projects(first: $n) { nodes { id } } } }';

const OVER: readonly [name: string, query: string, message: RegExp, ask?: Ask][] = [
  ['10,001 characters', `{ __typename }${'#'.repeat(10_001 - 14)}`, /10001 characters.*10000/],
  ['1,001 tokens', `{ ${times(999, () => 'id')} }`, /1000 tokens/],
  ['lists in lists, deeper than any stack', `{ group(fullPath: ${'['.repeat(9_900)}`, /1000 tokens/],
  ['501 fields', `{ ${times(501, () => '__typename')} }`, /501 fields.*500/],
  [
    'a billion fields by fragments',
    `{ ...f0 } ${times(30, (i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`)} fragment f30 on Query { __typename }`,
    /1073741824 fields.*500/,
  ],
  [
    '501 fields that no operation reaches',
    `{ __typename } ${times(3, (i) => `fragment f${i} on Query { ${times(167, () => '__typename')} }`)}`,
    /502 fields.*500/,
  ],
  ['31 aliases', `{ ${times(31, (i) => `a${i}: __typename`)} }`, /31 aliases.*30/],
  [
    '36 aliases by a fragment',
    `{ ${times(6, (i) => `a${i}: currentUser { ...f }`)} } fragment f on User { ${times(5, (i) => `b${i}: id`)} }`,
    /36 aliases.*30/,
  ],
  ['11 levels', parents(11), /11 levels.*10/],
  [
    '11 levels by fragments',
    `{ group(fullPath: "group-1") { ...f0 } } ${times(9, (i) => `fragment f${i} on Group { parent { ...f${i + 1} } }`)} fragment f9 on Group { id }`,
    /11 levels.*10/,
  ],
  [
    '21 levels of introspection',
    `{ __schema { types ${'{ ofType '.repeat(19)}{ name }${' }'.repeat(19)} } }`,
    /levels of fields below __schema/,
  ],
  [
    'a cost of 10,000 by variables',
    `query($n: Int!) { group(fullPath: "group-1") { ${TEN_THOUSAND} } }`,
    /costs 10202.*5000/,
    { variables: { n: 100 } },
  ],
  [
    'a cost of 10,000 by defaults of variables',
    `query($n: Int = 100) { group(fullPath: "group-1") { ${TEN_THOUSAND} } }`,
    /costs 10202.*5000/,
  ],
  [
    'a cost of 10,000 by fragments',
    `query($n: Int = 100) { group(fullPath: "group-1") { ...f } } fragment f on Group { ... on Group { ${TEN_THOUSAND} } }`,
    /costs 10202.*5000/,
  ],
  [
    'a cost of 10,000 that a directive seems to leave out',
    `query($n: Int = 100, $yes: Boolean = true) { group(fullPath: "group-1") { ... @include(if: $yes) { ${TEN_THOUSAND} } } }`,
    /costs 10202.*5000/,
  ],
  [
    'a page of 101',
    '{ group(fullPath: "group-1") { projects(first: 101) { nodes { id } } } }',
    /"first".*0 to 100.*101/,
  ],
  [
    'a page of -1',
    'query($n: Int) { group(fullPath: "group-1") { subgroups(first: $n) { nodes { id } } } }',
    /"first".*0 to 100.*-1/,
    { variables: { n: -1 } },
  ],
  [
    'twenty mutations of a hundred projects each',
    `mutation($input: AttachSecurityScanProfileInput!) { ${times(20, (i) => `a${i}: attachSecurityScanProfile(input: $input) { errors }`)} }`,
    /costs \d+.*5000/,
    {
      variables: {
        input: {
          securityScanProfileId: 'gid://gitlab/Security::ScanProfile/sast',
          projectIds: Array.from({ length: 100 }, (_, index) => `gid://gitlab/Project/${index + 1}`),
        },
      },
    },
  ],
  ['an operation that is not there', 'query A { __typename }', /operation/, { operationName: 'B' }],
  ['no choice among operations', 'query A { __typename } query B { __typename }', /operation/],
];

describe('a query over a limit is refused by the limit, and nothing is read', () => {
  it.each(OVER)('%s', async (_name, query, message, ask) => {
    const answer = await api.ask(query, ask);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors[0]?.message).toMatch(message);
    expect(answer.data).toBeUndefined();
    expect(api.commands).toEqual([]);
  });

  it('with status 400 for a client that wants GraphQL over HTTP as it is now', async () => {
    const headers = {
      authorization: `Bearer ${await api.issuer.token()}`,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
    };
    for (const query of [parents(11), `query($n: Int = 100) { group(fullPath: "x") { ${TEN_THOUSAND} } }`]) {
      expect(await api.send({ headers, body: JSON.stringify({ query }) })).toMatchObject({ status: 400 });
    }
  });

  it('the second time as the first', async () => {
    const [first, second] = [await api.ask(parents(12)), await api.ask(parents(12))];
    expect(second.errors).toEqual(first.errors);
  });
});

describe('a query within the limits goes through', () => {
  it.each([
    ['10,000 characters', `{ __typename }${'#'.repeat(10_000 - 14)}`],
    ['500 fields', `{ ${times(500, () => '__typename')} }`],
    ['30 aliases', `{ ${times(30, (i) => `a${i}: __typename`)} }`],
    ['10 levels', parents(10)],
    ['a page of 100', '{ group(fullPath: "group-1") { projects(first: 100) { nodes { id } } } }'],
    ['an empty page', '{ group(fullPath: "group-1") { projects(first: 0) { nodes { id } } } }'],
    [
      'pages in pages of the size that is usual',
      '{ group(fullPath: "group-1") { subgroups { nodes { projects { nodes { id } } } } } }',
    ],
    [
      'what is too much, but left out',
      `query($n: Int = 100, $yes: Boolean = true) { group(fullPath: "group-1") { ... @skip(if: $yes) { ${TEN_THOUSAND} } id } }`,
    ],
    [
      'the question that GraphiQL and code generators ask',
      getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, schemaDescription: true }),
    ],
  ])('%s', async (_name, query) => {
    expect(await api.ask(query)).toMatchObject({ status: 200, errors: [], data: expect.anything() });
  });
});
