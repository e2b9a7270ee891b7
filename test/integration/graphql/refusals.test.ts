import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApi } from '../../support/graphql-api.ts';
import { inputOf, startSmallTree } from './support/small-tree.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startSmallTree();
});
afterAll(async () => {
  await api.stop();
});

describe('an id that is none', () => {
  const NAMES = 'secret_detection, sast, dependency_scanning';
  const CASES = [
    ['securityScanProfileId', 'gid://gitlab/Security::ScanProfile/nope', NAMES],
    ['securityScanProfileId', 'gid://gitlab/Security::ScanProfile/0', NAMES],
    ['securityScanProfileId', 'gid://gitlab/Project/10', NAMES],
    ['securityScanProfileId', 'secret_detection', NAMES],
    ['projectIds', 'gid://gitlab/Group/1', 'gid://gitlab/Project/N'],
    ['projectIds', 'gid://gitlab/Project/x', 'gid://gitlab/Project/N'],
    ['projectIds', 'gid://gitlab/Project/-1', 'gid://gitlab/Project/N'],
    ['projectIds', 'gid://gitlab/Project/01', 'gid://gitlab/Project/N'],
    ['projectIds', 'gid://gitlab/Project/99999999999999999999', 'gid://gitlab/Project/N'],
    ['projectIds', 'gid://other/Project/10', 'gid://gitlab/Project/N'],
    ['projectIds', '', 'gid://gitlab/Project/N'],
    ['groupIds', 'gid://gitlab/Project/10', 'gid://gitlab/Group/N'],
    ['groupIds', 'group-1', 'gid://gitlab/Group/N'],
  ] as const;

  it.each(CASES)(
    'is an error that names the argument %s: %s, in a variable',
    async (argument, id, expected) => {
      const input = { ...inputOf({ projects: [10] }), [argument]: id };
      const answer = await api.ask(
        'mutation($input: AttachSecurityScanProfileInput!) { attachSecurityScanProfile(input: $input) { errors } }',
        { variables: { input } },
      );
      expect(answer.data).toBeUndefined();
      expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(answer.errors[0]?.message).toContain(`"input.${argument}`);
      expect(answer.errors[0]?.message).toContain(expected);
    },
  );

  it.each(CASES)(
    'is an error that names the argument %s: %s, in the query',
    async (argument, id, expected) => {
      const input = { securityScanProfileId: 'gid://gitlab/Security::ScanProfile/1', [argument]: id };
      const fields = Object.entries(input).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
      const answer = await api.ask(
        `mutation { attachSecurityScanProfile(input: { ${fields.join(', ')} }) { errors } }`,
      );
      expect(answer.data).toBeUndefined();
      expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(answer.errors[0]?.message).toContain(`"input.${argument}"`);
      expect(answer.errors[0]?.message).toContain(expected);
    },
  );

  it('may be several, and each is named with its place', async () => {
    const input = { ...inputOf({}), projectIds: ['gid://gitlab/Project/10', 'x', 7] };
    const answer = await api.ask(
      'mutation($input: AttachSecurityScanProfileInput!) { attachSecurityScanProfile(input: $input) { errors } }',
      { variables: { input } },
    );
    expect(answer.errors.map(({ message }) => /"input\.[^"]*"/.exec(message)?.[0])).toEqual([
      '"input.projectIds[1]"',
      '"input.projectIds[2]"',
    ]);
  });
});

describe('lists that are null or missing', () => {
  it.each([{ groupIds: null }, {}])('are empty: %o', async (lists) => {
    const input = {
      securityScanProfileId: 'gid://gitlab/Security::ScanProfile/sast',
      projectIds: ['gid://gitlab/Project/10'],
      ...lists,
    };
    const answer = await api.ask(
      'mutation($input: AttachSecurityScanProfileInput!) { attachSecurityScanProfile(input: $input) { operation { status } clientMutationId } }',
      { variables: { input } },
    );
    expect(answer.data).toEqual({
      attachSecurityScanProfile: { operation: { status: 'SUCCEEDED' }, clientMutationId: null },
    });
  });
});
