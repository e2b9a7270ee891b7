import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, type EventParts, startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';

let api: TestApi;
let headers: Record<string, string>;

beforeAll(async () => {
  api = await startGraphqlApi('PROCESS');
  await api.world.group(1, null);
  await api.world.project(10, 1);
  headers = { authorization: `Bearer ${await api.issuer.token()}`, 'content-type': 'application/json' };
});
afterAll(async () => {
  await api.stop();
});

/** Nothing that a caller sends is a fault of ours. */
async function expectAnswer(parts: EventParts): Promise<Answer> {
  const answer = await api.send({ headers, ...parts });
  expect(answer.status, answer.text).toBeLessThan(500);
  expect(answer.text).not.toContain('INTERNAL_SERVER_ERROR');
  return answer;
}

async function check<T>(arbitrary: fc.Arbitrary<T>, parts: (value: T) => EventParts): Promise<void> {
  const property = fc.asyncProperty(arbitrary, async (value) => {
    await expectAnswer(parts(value));
  });
  await fc.assert(property, { numRuns: 50 });
}

/** Pieces of which some make a query when they are put together at random. */
const PIECES =
  '{ { { } } } ( ) [ ] query mutation subscription fragment on Group group project (fullPath:"group-1") (fullPath:$x) id ... ...f @include(if:$x) @skip(if:true) @gl_introduced(version:"9") @gl_introduced(version:"20.0") $x:Int $x : , " """ # ! = null 1 -1 1e400 first:5 projects nodes pageInfo __typename __schema __type(name:"Group") types a: currentUser \u0000 \ud800 🦊 attachSecurityScanProfile input:'.split(
    ' ',
  );

it('any pieces of a query, with any variables', async () => {
  const request = fc.record({
    query: fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(' ')),
    variables: fc.jsonValue(),
    operationName: fc.option(fc.string()),
  });
  await check(request, (body) => ({ body: JSON.stringify(body) }));
});

it('any body', async () => {
  await check(fc.oneof(fc.json(), fc.string(), fc.constantFrom('null', '0', '""', '[]', '{}')), (body) => ({
    body,
  }));
});

it('any method and query string', async () => {
  const methods = fc.constantFrom('GET', 'HEAD', 'PUT', 'TRACE', 'CONNECT', 'PATCH', 'x y', '');
  await check(fc.tuple(methods, fc.string()), ([method, rawQueryString]) => ({ method, rawQueryString }));
});

it('any input of a mutation', async () => {
  const query =
    'mutation($input: AttachSecurityScanProfileInput!) { attachSecurityScanProfile(input: $input) { errors } }';
  await check(fc.jsonValue(), (input) => ({ body: JSON.stringify({ query, variables: { input } }) }));
});

it('any input of a change of an operation', async () => {
  const query = `mutation($input: UndoSecurityScanProfileOperationInput!) {
    undoSecurityScanProfileOperation(input: $input) { errors }
  }`;
  const input = fc.record(
    {
      id: fc.string(),
      dryRun: fc.boolean(),
      idempotencyKey: fc.string(),
      failureThresholdPercent: fc.integer(),
    },
    { requiredKeys: ['id'] },
  );
  await check(input, (value) => ({ body: JSON.stringify({ query, variables: { input: value } }) }));
});

it('any idempotency key, for which the change is made', async () => {
  const query = `mutation($key: String) { attachSecurityScanProfile(input: {
    securityScanProfileId: "gid://gitlab/Security::ScanProfile/sast", projectIds: ["gid://gitlab/Project/10"]
    idempotencyKey: $key
  }) { errors } }`;
  const key = fc.string({ unit: 'binary', minLength: 1, maxLength: 255 });
  await check(key, (value) => ({ body: JSON.stringify({ query, variables: { key: value } }) }));
});

it('any time, actor and cursor of the log, and any cursor of results', async () => {
  const query = `query($time: Time, $text: String, $id: ID!) {
    root: group(fullPath: "group-1") {
      securityScanProfileOperations(createdAfter: $time, createdBefore: $time, actorId: $text, after: $text) { nodes { id } }
    }
    securityScanProfileOperation(id: $id) { results(after: $text) { nodes { projectId } } }
  }`;
  const { id } = await api.world.accepted({ projectIds: [10] });
  const text = fc.oneof(
    fc.string(),
    fc
      .tuple(fc.constantFrom('LOG#0000000000000001#', 'result PAGES ', 'result FAILED '), fc.string())
      .map((parts) => Buffer.from(parts.join('')).toString('base64url')),
  );
  const time = fc.oneof(
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.string(),
  );
  await check(fc.record({ time, text }), (variables) => ({
    body: JSON.stringify({ query, variables: { ...variables, id } }),
  }));
});

it('any path, id and cursor', async () => {
  const query = `query($text: ID!, $after: String) {
    group(fullPath: $text) { id } project(fullPath: $text) { id } securityScanProfileOperation(id: $text) { id }
    root: group(fullPath: "group-1") { projects(after: $after, includeSubgroups: true) { nodes { id } } }
  }`;
  const cursor = fc
    .tuple(fc.nat(20), fc.constantFrom('G#', 'P#', ''), fc.string())
    .map(([id, kind, rest]) => Buffer.from(`${id} ${kind}${rest}`).toString('base64url'));
  await check(fc.record({ text: fc.string(), after: fc.oneof(cursor, fc.string()) }), (variables) => ({
    body: JSON.stringify({ query, variables }),
  }));
});

it.each(['x', 'input'])('variables that are nested deeper than any stack: %s', async (name) => {
  const deep = '['.repeat(490_000) + ']'.repeat(490_000);
  const query =
    'mutation($input: AttachSecurityScanProfileInput!) { attachSecurityScanProfile(input: $input) { errors } }';
  await expectAnswer({ body: `{"query":"${query}","variables":{"${name}":${deep}}}` });
});
