import {
  buildSchema,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { typeDefinitions } from '../../../functions/graphql/generated/type-definitions.ts';
import { type Answer, startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';
import { allItems } from '../../support/raw-items.ts';
import { askWith, tokenOf } from './support/tokens.ts';

const mutations = Object.values(buildSchema(typeDefinitions).getMutationType()?.getFields() ?? {});

const SCALARS: Readonly<Record<string, unknown>> = {
  GroupID: 'gid://gitlab/Group/1',
  NamespaceID: 'gid://gitlab/Group/1',
  ProjectID: 'gid://gitlab/Project/10',
  SecurityScanProfileID: 'gid://gitlab/Security::ScanProfile/sast',
  Time: '2026-11-23T00:00:00Z',
  Boolean: false,
  Int: 1,
};

/** The least that the type takes. */
function valueOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType);
  if (isListType(type)) return [valueOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return SCALARS[type.name] ?? 'text';
  const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
  return Object.fromEntries(needed.map((field) => [field.name, valueOf(field.type)]));
}

let api: TestApi;
let readOnly: string;
let full: string;

beforeAll(async () => {
  api = await startGraphqlApi();
  await api.world.group(1, null);
  await api.world.project(10, 1);
  readOnly = (await tokenOf(api, { scopes: ['READ_API'] })).token;
  full = (await tokenOf(api, { scopes: ['API'] })).token;
  // Its use is recorded now, and for a minute not again.
  await askWith(api, readOnly, '{ __typename }');
});
afterAll(async () => {
  await api.stop();
});

async function send(token: string, query: string, variables = {}, accept = '*/*'): Promise<Answer> {
  const headers = { 'private-token': token, 'content-type': 'application/json', accept };
  return api.send({ headers, body: JSON.stringify({ query, variables }) });
}

function expectRefusal(answer: Answer): void {
  expect(answer.errors, answer.text).toHaveLength(1);
  expect(answer.errors[0]).toMatchObject({
    message: expect.stringContaining('scope api;'),
    extensions: { code: 'FORBIDDEN' },
  });
  expect(answer.data).toBeUndefined();
}

it.each(mutations)('a token that may only read cannot $name', async ({ name, args }) => {
  const [input] = args;
  if (!input) throw new Error(`${name} takes no input`);
  const query = `mutation($input: ${input.type.toString()}) { ${name}(input: $input) { __typename } }`;
  const variables = { input: valueOf(input.type) };
  const before = await allItems(api.env.table);
  const answer = await send(readOnly, query, variables);
  expectRefusal(answer);
  expect(await allItems(api.env.table)).toEqual(before);
  // The request is one that another token gets further with.
  expect((await send(full, query, variables)).text).not.toContain('scope api');
});

it('is told so with status 403, or 200 where the answer is to be application/json as of old', async () => {
  const query = 'mutation { __typename }';
  expect((await send(readOnly, query, {}, 'application/graphql-response+json')).status).toBe(403);
  expect((await send(readOnly, query, {}, 'application/json')).status).toBe(200);
  expect(await send(full, query)).toMatchObject({ status: 200, data: { __typename: 'Mutation' } });
});

it('is refused the mutation that is meant, of several operations in a document', async () => {
  const query = 'query A { currentUser { id } } mutation B { __typename }';
  const ask = async (operationName: string): Promise<Answer> =>
    api.send({
      headers: { 'private-token': readOnly, 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName }),
    });
  expect((await ask('A')).data).toEqual({ currentUser: { id: 'owner' } });
  expectRefusal(await ask('B'));
});

it('may read, and sees what it may do: nothing else', async () => {
  const query = `{ group(fullPath: "group-1") { availableSecurityScanProfiles { name } userPermissions {
    readSecurityScanProfiles createSecurityScanProfiles updateSecurityScanProfiles deleteSecurityScanProfiles
    applySecurityScanProfiles
  } } }`;
  const permissions = (may: boolean): object => ({
    readSecurityScanProfiles: true,
    createSecurityScanProfiles: may,
    updateSecurityScanProfiles: may,
    deleteSecurityScanProfiles: may,
    applySecurityScanProfiles: may,
  });
  expect((await send(readOnly, query)).data).toMatchObject({
    group: { userPermissions: permissions(false) },
  });
  expect((await send(full, query)).data).toMatchObject({ group: { userPermissions: permissions(true) } });
});
