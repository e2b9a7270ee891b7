import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApi } from '../../support/graphql-api.ts';
import { startDeepTree } from './support/deep-tree.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startDeepTree();
});
afterAll(async () => {
  await api.stop();
});

const NEWER = '@gl_introduced(version: "19.7")';

describe('what a client marks with the release that introduced it', () => {
  it('is answered up to the release that we claim', async () => {
    const query =
      '{ currentUser { id @gl_introduced(version: "19.6") ... @gl_introduced(version: "18.10") { again: id } } }';
    expect(await api.ask(query)).toMatchObject({
      errors: [],
      data: { currentUser: { id: 'owner', again: 'owner' } },
    });
  });

  it.each([
    ['that we know', 'name', { name: null }],
    [
      'that we do not know, with arguments and fields below',
      'vulnerabilities(first: 5) { nodes { id } }',
      { vulnerabilities: null },
    ],
    ['under another name', 'other: name', { other: null }],
    ['whose type is non-null', 'id', { id: null }],
  ])('is null, for a newer field %s', async (_name, field, expected) => {
    const at = field.includes('{') ? field.replace('{', `${NEWER} {`) : `${field} ${NEWER}`;
    const answer = await api.ask(`{ group(fullPath: "group-1") { path ${at} } }`);
    expect(answer).toMatchObject({ status: 200, errors: [] });
    expect(answer.data).toEqual({ group: { path: 'group-1', ...expected } });
  });

  it('is null in every element of a list, and where the object itself is null there is no such field', async () => {
    const query = `{
      group(fullPath: "group-1") { projects { nodes { path score ${NEWER} } } }
      absent: group(fullPath: "nowhere") { score ${NEWER} }
    }`;
    const nodes = [10, 11, 12].map((id) => ({ path: `project-${id}`, score: null }));
    expect((await api.ask(query)).data).toEqual({ group: { projects: { nodes } }, absent: null });
  });

  it('is skipped, for a newer inline fragment, even on a type that we do not know', async () => {
    const query = `{ currentUser { id ... on Person ${NEWER} { nickname } ... ${NEWER} { again: id } } }`;
    expect(await api.ask(query)).toMatchObject({ errors: [] });
    expect((await api.ask(query)).data).toEqual({ currentUser: { id: 'owner' } });
  });

  it('may be all that is asked for', async () => {
    expect((await api.ask(`{ currentUser { ... ${NEWER} { id } } }`)).data).toEqual({ currentUser: {} });
    expect((await api.ask(`{ weather ${NEWER} }`)).data).toEqual({ weather: null });
  });

  it('takes its variables and fragments with it, and obeys @skip and @include', async () => {
    const query = `query($filter: NewFilter, $no: Boolean!) {
      currentUser { id tokens(filter: $filter) ${NEWER} { ...T } one ${NEWER} @include(if: $no) two ${NEWER} @skip(if: $no) }
    }
    fragment T on Token { id }`;
    const answer = await api.ask(query, { variables: { filter: { a: 1 }, no: false } });
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({ currentUser: { id: 'owner', tokens: null, two: null } });
  });

  it('is found in fragments, and answered alike when it is asked again', async () => {
    const query = `{ currentUser { ...U } } fragment U on User { id nickname ${NEWER} }`;
    const expected = { currentUser: { id: 'owner', nickname: null } };
    expect((await api.ask(query)).data).toEqual(expected);
    expect((await api.ask(query)).data).toEqual(expected);
  });

  it('is not done, for a newer field of Mutation', async () => {
    const input =
      '{ securityScanProfileId: "gid://gitlab/Security::ScanProfile/sast", projectIds: ["gid://gitlab/Project/50"] }';
    const mutation = `mutation { attachSecurityScanProfile(input: ${input}) ${NEWER} { errors } }`;
    expect((await api.ask(mutation)).data).toEqual({ attachSecurityScanProfile: null });
    expect(await api.world.visible(50)).toEqual([]);
  });

  it.each([
    ['an unknown field without it', '{ currentUser { id nickname } }'],
    [
      'an unknown field of a release that we claim',
      '{ currentUser { nickname @gl_introduced(version: "19.6") } }',
    ],
    ['no version', '{ currentUser { id @gl_introduced } }'],
    ['an unknown field beside a newer one', `{ currentUser { nickname age ${NEWER} } }`],
    ['what was unused anyway', `query($x: Int) { currentUser { age ${NEWER} } }`],
  ])('leaves the rest to validation: %s', async (_name, query) => {
    const answer = await api.ask(query);
    expect(answer.data).toBeUndefined();
    expect(answer.errors.length).toBeGreaterThan(0);
  });

  it('counts in full for the limits', async () => {
    const fields = Array.from({ length: 31 }, (_, i) => `a${i}: x ${NEWER}`).join(' ');
    const answer = await api.ask(`{ currentUser { ${fields} } }`);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED' } }]);
  });
});
