import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import type { Answer, TestApi } from '../../support/graphql-api.ts';
import { ATTACH, call, DETACH, DETACH_ALIAS, inputOf, SET, startSmallTree } from './support/small-tree.ts';
import { member } from './support/members.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startSmallTree();
});
beforeEach(() => {
  api.commands.length = 0;
});
afterAll(async () => {
  await api.stop();
});

const ALL = [ATTACH, SET, DETACH, DETACH_ALIAS].map((mutation) => ({ mutation }));

const ACCESS =
  "The resource that you are attempting to access does not exist or you don't have permission to perform this action";
const ROOTS = 'All items should belong to the same root namespace';

describe('a refused call has one error, does nothing and tells nothing', () => {
  function expectRefusal(answer: Answer, field: string, message: string): void {
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ [field]: null });
    expect(answer.errors.map((error) => [error.message, error.path])).toEqual([[message, [field]]]);
    expect(api.commands.filter((command) => /Write|Put|Update|Execute/.test(command))).toEqual([]);
  }

  it.each(ALL)('$mutation.0', async ({ mutation }) => {
    await member(api, 'developer', groupRef(1), 'developer');
    await member(api, 'owner-below', groupRef(2), 'owner');
    api.commands.length = 0;
    for (const [targets, user, message] of [
      [{ projects: [10] }, 'outsider', ACCESS],
      [{ projects: [10] }, 'developer', ACCESS],
      [{ projects: [20], groups: [2] }, 'owner-below', ACCESS],
      [{ projects: [10, 4711] }, 'owner', ACCESS],
      [{ projects: [10], groups: [4711] }, 'owner', ACCESS],
      [{ projects: [10], profile: '4711' }, 'owner', ACCESS],
      [{ projects: [10, 90] }, 'owner', ROOTS],
      [{ groups: [1, 9] }, 'owner', ROOTS],
      [{}, 'owner', ROOTS],
      [{}, 'outsider', ROOTS],
      [
        { projects: Array.from({ length: 101 }, (_, index) => index + 1) },
        'outsider',
        'Too many ids (maximum: 100)',
      ],
      [
        {
          projects: Array.from({ length: 51 }, (_, i) => i + 1),
          groups: Array.from({ length: 50 }, (_, i) => i + 1),
        },
        'owner',
        'Too many ids (maximum: 100)',
      ],
    ] as const) {
      expectRefusal(await call(api, mutation, targets, user), mutation[0], message);
    }
  });

  it('the same whether a target is foreign or absent', async () => {
    await member(api, 'maintainer', groupRef(1), 'maintainer');
    const foreign = await call(api, ATTACH, { projects: [10, 90] }, 'maintainer');
    const absent = await call(api, ATTACH, { projects: [10, 4711] }, 'maintainer');
    expect(foreign.text).toEqual(absent.text);
  });

  it('the same whether a profile is foreign or absent', async () => {
    await api.world.accepted({ projectIds: [90] });
    const [foreign, absent] = [
      await call(api, ATTACH, { projects: [10], profile: '1' }),
      await call(api, ATTACH, { projects: [10], profile: '2' }),
    ];
    expect(foreign.errors).toMatchObject([{ message: ACCESS }]);
    expect(foreign.text).toEqual(absent.text);
  });
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
