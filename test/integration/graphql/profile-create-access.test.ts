import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import { startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';
import { member } from './support/members.ts';
import { expectError } from './support/operations.ts';
import { newProfile, send, writesIn } from './support/profiles.ts';

let api: TestApi;

/** group-1 with group-2 below it, and group-9; of group-1 `maintainer` and others, of group-2 `below`. */
beforeAll(async () => {
  api = await startGraphqlApi();
  await api.world.group(1, null);
  await api.world.group(2, 1);
  await api.world.group(9, null);
  for (const level of ['maintainer', 'developer', 'securityManager', 'reporter'] as const)
    await member(api, level, groupRef(1), level);
  await member(api, 'below', groupRef(2), 'owner');
  await member(api, 'foreign', groupRef(9), 'owner');
});
beforeEach(() => {
  api.commands.length = 0;
});
afterAll(async () => {
  await api.stop();
});

const NO_ACCESS =
  /^The resource that you are attempting to access does not exist or you don't have permission/;

describe('who may not make a profile is told nothing else:', () => {
  it.each([
    ['a developer', 'developer', 1],
    ['a Security Manager, who may attach', 'securityManager', 1],
    ['a reporter', 'reporter', 1],
    ['the owner of a group below', 'below', 1],
    ['the owner of another root', 'foreign', 1],
    ['nobody’s member', 'nobody', 1],
    ['anybody, of what there is not', 'maintainer', 4711],
  ])('%s', async (_name, user, id) => {
    const input = newProfile({ namespaceId: `gid://gitlab/Group/${id}`, name: '' });
    expectError(await send(api, 'Create', input, user), 'FORBIDDEN', NO_ACCESS);
    expect(writesIn(api)).toEqual([]);
  });

  it('a subgroup cannot have profiles, which only those learn who may see it', async () => {
    const input = newProfile({ namespaceId: 'gid://gitlab/Group/2' });
    for (const user of ['maintainer', 'reporter', 'below'])
      expectError(
        await send(api, 'Create', input, user),
        'BAD_USER_INPUT',
        /^namespace_id must reference a top-level namespace\.$/,
      );
    expectError(await send(api, 'Create', input, 'foreign'), 'FORBIDDEN', NO_ACCESS);
  });

  it.each([
    'gid://gitlab/Project/1',
    'gid://gitlab/Namespace/0',
    'gid://gitlab/Namespaces::UserNamespace/1',
    '1',
  ])('the id %s is no namespace', async (namespaceId) => {
    const answer = await send(api, 'Create', newProfile({ namespaceId }));
    expect(answer.errors).toMatchObject([
      {
        message: expect.stringContaining('which is gid://gitlab/Group/N or gid://gitlab/Namespace/N'),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });
});
