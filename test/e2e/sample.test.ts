import { mkdir, mkdtempDisposable, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventually } from './support/eventually.ts';
import { Home } from './support/home.ts';
import { smallSample } from './support/small-sample/small-sample.ts';

describe('the sample', () => {
  it('is loaded on the first start, also where that was killed half-way, and the tour goes through it', async () => {
    await using files = await mkdtempDisposable(join(tmpdir(), 'scan-profiles-sample-'));
    await using home = await Home.make(await smallSample(files.path));
    await mkdir(join(home.directory, 'data'));
    const first = home.run('start');
    const mark = join(home.directory, 'data/sample-is-loading');
    await eventually(() => stat(mark));
    await eventually(async () =>
      expect(await readdir(join(home.directory, 'data'))).toContain('dynamodb.sqlite-wal'),
    );
    const { owner } = await home.processes();
    process.kill(owner.pid, 'SIGKILL');
    await first.ended;
    expect(await readdir(join(home.directory, 'data'))).toContain('sample-is-loading');

    const { client, file } = await home.start();
    const query = '{ group(fullPath: "perl-team") { id userPermissions { applySecurityScanProfiles } } }';
    const allowed = async (user: string): Promise<unknown> =>
      (await client.graphql(user, query)).data?.['group'];
    expect(await allowed('owner')).toMatchObject({ userPermissions: { applySecurityScanProfiles: true } });
    expect(await allowed('maintainer')).toMatchObject({
      userPermissions: { applySecurityScanProfiles: true },
    });
    expect(await allowed('developer')).toMatchObject({
      userPermissions: { applySecurityScanProfiles: false },
    });
    expect(await allowed('reporter')).toMatchObject({ id: 'gid://gitlab/Group/217' });
    expect(await allowed('outsider')).toBeNull();
    // The last project of the last group: it was not there when the first start was killed.
    const last = await client.graphql('owner', '{ project(fullPath: "zfsonlinux-team/zfs") { id } }');
    expect(last.data).toMatchObject({ project: { id: expect.any(String) } });
    await expect(stat(mark)).rejects.toThrow();

    const demo = home.run('run', '--silent', 'demo');
    expect(await demo.ended, demo.output()).toBe(0);
    expect(demo.standardOutput()).toContain(`Using the stack that runs at ${file.graphqlUrl}`);
    expect(demo.standardOutput()).toContain('operation succeeds');
    expect(demo.standardOutput()).not.toContain('✘');
    const [, held, all] = /(\d+) of (\d+) checks held\.\n$/.exec(demo.standardOutput()) ?? [];
    expect(Number(held)).toBeGreaterThan(15);
    expect(held).toBe(all);
  });
});
