import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import type { TestApi } from '../../support/graphql-api.ts';
import { member } from './support/members.ts';
import { act, CANCEL, done, expectError, OPERATION_MUTATIONS, operationIn } from './support/operations.ts';
import { ATTACH, call, startSmallTree } from './support/small-tree.ts';

let api: TestApi;

beforeEach(async () => {
  api = await startSmallTree('PROCESS');
});
afterEach(async () => api.stop());

const GROUP = { groups: [1] };

describe('an operation that may not be changed by who asks is as absent as one that never was', () => {
  it.each(OPERATION_MUTATIONS.map((mutation) => ({ mutation })))('$mutation.0', async ({ mutation }) => {
    const [foreign, preview] = [
      await done(api, ATTACH, { groups: [9] }),
      await done(api, ATTACH, { groups: [9], options: { dryRun: true } }),
    ];
    await member(api, 'maintainer', groupRef(1), 'maintainer');
    await member(api, 'maintainer', groupRef(9), 'developer');
    api.commands.length = 0;
    const answers = [];
    for (const id of [foreign, preview, '01M81J18G047C4FEZDQK8YZG0M', 'x', '', 'x'.repeat(5_000)])
      answers.push(await act(api, mutation, id, { user: 'maintainer' }));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expectError(
      answers[0] ?? (await act(api, mutation, '')),
      'FORBIDDEN',
      /does not exist or you don't have permission/,
    );
    expect(api.commands.filter((command) => /Write|Put|Update|Execute/.test(command))).toEqual([]);
  });

  it('also once the right to it is gone', async () => {
    await member(api, 'maintainer', groupRef(1), 'maintainer');
    const id = operationIn(await call(api, ATTACH, GROUP, 'maintainer'));
    await api.world.event('MemberRemovedEvent', { user_id: 'maintainer', group_id: 1 });
    expectError(await act(api, CANCEL, id, { user: 'maintainer' }), 'FORBIDDEN', /permission/);
  });
});
