import { describe, expect, it } from 'vitest';
import { isAlive } from '../../local/lifecycle/process-identity.ts';
import type { StackClient } from './support/client.ts';
import { eventually } from './support/eventually.ts';
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

  it('carries out every event that was accepted', async () => {
    await using home = await Home.make();
    const first = await home.start();
    const { groups } = await plantTree(first.client, { groups: ['team'], members: OWNER });
    const parent = groups.get('team') ?? 0;
    const ids = Array.from({ length: 50 }, (_, index) => parent + 1_000 + index);
    const created = ids.map((id) => ({
      detailType: 'ProjectCreatedEvent',
      detail: { project_id: id, namespace_id: parent, path: `p${id}`, name: `p${id}` },
    }));
    for (let from = 0; from < created.length; from += 10) {
      await first.client.putEvents(...created.slice(from, from + 10));
    }
    // Whatever of it was delivered or done by now: all of it was accepted.
    await kill(home);

    const second = await home.start();
    await eventually(async () => {
      expect(await projectsOf(second.client)).toEqual({
        group: { projects: { nodes: ids.map((id) => ({ fullPath: `team/p${id}` })).sort(byPath) } },
      });
    });
  });

  it('goes on at once with an operation that was under way', async () => {
    await using home = await Home.make();
    const first = await home.start();
    const paths = Array.from({ length: 1_500 }, (_, index) => `team/g${index % 150}/p${index}`);
    const { groups } = await plantTree(first.client, { projects: paths, members: OWNER });
    const { data } = await first.client.graphql(
      'ann',
      `mutation ($group: GroupID!) {
        attachSecurityScanProfile(input: {
          securityScanProfileId: "gid://gitlab/Security::ScanProfile/sast", groupIds: [$group]
        }) { errors operation { id } }
      }`,
      { group: `gid://gitlab/Group/${groups.get('team') ?? 0}` },
    );
    const operation = Object(Reflect.get(Object(data), 'attachSecurityScanProfile'));
    const id: unknown = Reflect.get(Object(Reflect.get(operation, 'operation')), 'id');
    const read =
      'query ($id: ID!) { securityScanProfileOperation(id: $id) { status totals { projects applied failed } } }';
    await eventually(async () => {
      const { data } = await first.client.graphql('ann', read, { id });
      expect(data).toMatchObject({ securityScanProfileOperation: { status: 'RUNNING' } });
    });
    await kill(home);

    const second = await home.start();
    await eventually(async () => {
      const { data } = await second.client.graphql('ann', read, { id });
      expect(data).toEqual({
        securityScanProfileOperation: {
          status: 'SUCCEEDED',
          totals: { projects: 1_500, applied: 1_500, failed: 0 },
        },
      });
    });
  });
});

function byPath(one: { fullPath: string }, other: { fullPath: string }): number {
  return one.fullPath < other.fullPath ? -1 : 1;
}
