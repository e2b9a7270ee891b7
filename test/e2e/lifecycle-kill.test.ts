import { describe, expect, it } from 'vitest';
import { isAlive } from '../../local/lifecycle/process-identity.ts';
import type { StackClient } from './support/client.ts';
import { Home } from './support/home.ts';
import { plantTree } from './support/tree.ts';

const OWNER = { ann: { team: 50 } };

/** Full paths of the projects below `team`, as `ann` sees them. */
async function projectsOf(client: StackClient): Promise<unknown> {
  const query =
    '{ group(fullPath: "team") { projects(first: 100, includeSubgroups: true) { nodes { fullPath } } } }';
  const { data } = await client.graphql('ann', query);
  return data;
}

/** SIGKILL to the stack's process alone, as the kernel does it when memory runs out. */
async function kill(home: Home): Promise<void> {
  const { owner } = await home.processes();
  process.kill(owner.pid, 'SIGKILL');
  await expect.poll(() => isAlive(owner)).toBe(false);
}

describe('a start after a SIGKILL', () => {
  it('ends what is left, and finds the data', async () => {
    await using home = await Home.make();
    const first = await home.start();
    await plantTree(first.client, { projects: ['team/a', 'team/sub/b'], members: OWNER });
    const before = await projectsOf(first.client);
    expect(before).toMatchObject({ group: { projects: { nodes: [{}, {}] } } });
    const { children } = await home.processes();
    await kill(home);
    expect(children.filter(isAlive)).not.toEqual([]);

    const second = await home.start();
    expect(children.filter(isAlive)).toEqual([]);
    expect(await projectsOf(second.client)).toEqual(before);
    const key = await first.client.token('ann');
    expect(
      await second.client.request('/graphql', { headers: { authorization: `Bearer ${key}` } }),
    ).not.toMatchObject({
      status: 401,
    });
  });

  it('forgets everything that was only in memory', async () => {
    await using home = await Home.make({ SCAN_PROFILES_SAMPLE: 'none', SCAN_PROFILES_DATA_DIR: '' });
    const first = await home.start();
    await plantTree(first.client, { projects: ['team/a'], members: OWNER });
    await kill(home);
    const second = await home.start();
    expect(await projectsOf(second.client)).toEqual({ group: null });
  });
});
