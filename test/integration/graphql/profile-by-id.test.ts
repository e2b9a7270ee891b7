import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupRef, projectRef } from '../../../shared/domain/node.ts';
import { removeNode } from '../../../shared/tree/remove-node.ts';
import { setMember } from '../../../shared/tree/set-member.ts';
import type { Answer, TestApi } from '../../support/graphql-api.ts';
import { startDeepTree } from './support/deep-tree.ts';
import { member } from './support/members.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startDeepTree();
  await api.world.accepted({ projectIds: [90], profile: { template: 'sast' } });
});
afterAll(async () => {
  await api.stop();
});

async function ask(id: string, user: string): Promise<Answer> {
  return api.ask(`{ securityScanProfile(id: "gid://gitlab/Security::ScanProfile/${id}") { name } }`, {
    user,
  });
}

const SECRETS = { securityScanProfile: { name: 'Secret Detection (default)' } };

/** That profile 1, which is of group-1, and one that never was get the same answer, byte for byte. */
async function expectAbsent(user: string): Promise<void> {
  const [foreign, absent] = [await ask('1', user), await ask('4711', user)];
  expect(foreign.text).toBe(absent.text);
  expect(foreign.data).toBeNull();
  expect(foreign.errors).toMatchObject([
    { path: ['securityScanProfile'], extensions: { code: 'FORBIDDEN' } },
  ]);
}

describe('a profile by its id', () => {
  it.each([
    ['a Developer of the root', groupRef(1), 'developer'],
    ['a Developer of a group below', groupRef(3), 'developer'],
    ['a Security Manager of a group below', groupRef(4), 'securityManager'],
    ['a Maintainer of a project', projectRef(50), 'maintainer'],
  ] as const)('is for %s', async (user, ref, level) => {
    await member(api, user, ref, level);
    expect((await ask('1', user)).data).toEqual(SECRETS);
    expect((await ask('4711', user)).data).toBeNull();
  });

  it.each([
    ['nobody’s member', []],
    ['a Guest of a group below', [[groupRef(3), 'guest']]],
    [
      'a Reporter of a project and of the root',
      [
        [projectRef(30), 'reporter'],
        [groupRef(1), 'reporter'],
      ],
    ],
    ['the Owner of another root', [[groupRef(9), 'owner']]],
    [
      'a Maintainer of what is not there',
      [
        [groupRef(77), 'maintainer'],
        [projectRef(78), 'maintainer'],
      ],
    ],
  ] as const)('is as absent as one that never was for %s', async (user, memberships) => {
    for (const [ref, level] of memberships) await member(api, user, ref, level);
    await expectAbsent(user);
  });

  it('is found among many memberships elsewhere, for a member of one project', async () => {
    for (let id = 1_000; id < 1_150; id += 1) await member(api, 'busy', groupRef(id), 'developer');
    await member(api, 'busy', groupRef(9), 'owner');
    await expectAbsent('busy');
    await member(api, 'busy', projectRef(31), 'developer');
    expect((await ask('1', 'busy')).data).toEqual(SECRETS);
  });

  it('reads memberships and places once, however often it is asked for', async () => {
    await member(api, 'again', groupRef(9), 'owner');
    const one = (id: number): string =>
      `p${id}: securityScanProfile(id: "gid://gitlab/Security::ScanProfile/${id}") { name }`;
    const reads = async (query: string): Promise<number> => {
      api.commands.length = 0;
      await api.ask(query, { user: 'again' });
      return api.commands.filter((name) => name !== 'GetItemCommand').length;
    };
    expect(await reads(`{ ${one(1)} ${one(2)} }`)).toBe(await reads(`{ ${one(1)} }`));
  });
});

describe('what gives the right to read a profile', () => {
  it('ends with the membership', async () => {
    await member(api, 'former', groupRef(2), 'developer');
    expect((await ask('1', 'former')).data).toEqual(SECRETS);
    await setMember(api.env, { ref: groupRef(2), userId: 'former', accessLevel: null, at: 2 });
    await expectAbsent('former');
  });

  it('goes with the group: to the profiles of the root that it has now', async () => {
    await api.world.group(6, 1);
    await api.world.project(60, 6);
    await member(api, 'mover', projectRef(60), 'developer');
    expect((await ask('1', 'mover')).data).toEqual(SECRETS);
    await api.world.event('GroupTransferredEvent', { group_id: 6, old_parent_id: 1, new_parent_id: 9 });
    await expectAbsent('mover');
    expect((await ask('3', 'mover')).data).toEqual({ securityScanProfile: { name: 'SAST (default)' } });
  });

  it('ends with the project', async () => {
    await api.world.project(70, 1);
    await member(api, 'orphan', projectRef(70), 'developer');
    expect((await ask('1', 'orphan')).data).toEqual(SECRETS);
    await removeNode(api.env, projectRef(70), api.env.clock.now());
    await expectAbsent('orphan');
  });

  it('is not asked for a template, by anybody who is known', async () => {
    expect((await ask('secret_detection', 'nobody at all')).data).toEqual(SECRETS);
  });
});
