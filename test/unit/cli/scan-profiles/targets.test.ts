import { describe, expect, it } from 'vitest';
import { changeApi } from './support/change-api.ts';
import { SAST, SECRETS } from './support/data.ts';
import { runAt } from './support/run.ts';

describe('targets', () => {
  it('are found by path, id and global id, each once', async () => {
    await using deployment = await changeApi();
    const typed = [
      'TOP',
      '/top/',
      'gid://gitlab/Project/9',
      '--project',
      'top/app',
      '--project',
      '5',
      '--group',
      '1',
    ];
    expect(await runAt(deployment, ['attach', ...typed, '--profile', 'sast'])).toMatchObject({ code: 0 });
    expect(deployment.inputs).toMatchObject([
      {
        securityScanProfileId: 'gid://gitlab/Security::ScanProfile/sast',
        groupIds: ['gid://gitlab/Group/1'],
        projectIds: ['gid://gitlab/Project/9', 'gid://gitlab/Project/5'],
      },
    ]);
  });

  it('are asked for in requests that a deployment takes', async () => {
    await using deployment = await changeApi();
    const paths = Array.from({ length: 40 }, (_, index) => `nowhere/${index}`);
    const { code, notes } = await runAt(deployment, ['attach', 'top', ...paths, '--profile', 'sast']);
    expect(code).toBe(1);
    expect(notes).toContain('nowhere/0');
    for (const { query } of deployment.asked)
      expect(query.match(/\b[gp]\d+: /g)?.length).toBeLessThanOrEqual(45);
  });

  it('are refused where nothing is there, or two things are', async () => {
    await using deployment = await changeApi();
    expect(await runAt(deployment, ['attach', 'top/none', 'top/not', '--profile', 'sast'])).toMatchObject({
      code: 1,
      data: '',
      notes: expect.stringMatching(/top\/none\n {2}top\/not\n.*Paths begin/s),
    });
    expect(await runAt(deployment, ['attach', 'both', '--profile', 'sast'])).toMatchObject({
      code: 1,
      notes: expect.stringContaining('--group or --project'),
    });
    expect(await runAt(deployment, ['attach', '--project', 'both', '--profile', 'sast'])).toMatchObject({
      code: 0,
    });
    expect(deployment.inputs).toHaveLength(1);
  });
});

describe('a profile', () => {
  it.each([
    ['secret_detection', SECRETS.id],
    ['SecretDetection', SECRETS.id],
    ['42', 'gid://gitlab/Security::ScanProfile/42'],
    ['gid://gitlab/Security::ScanProfile/42', 'gid://gitlab/Security::ScanProfile/42'],
    ['our sast', SAST.id],
    ['Secret Detection (default)', SECRETS.id],
  ])('may be named as %s', async (typed, id) => {
    await using deployment = await changeApi();
    expect(await runAt(deployment, ['detach', 'top', '--profile', typed])).toMatchObject({ code: 0 });
    expect(deployment.inputs).toMatchObject([{ securityScanProfileId: id }]);
  });

  it('is refused by a name that none has, with those that there are', async () => {
    await using deployment = await changeApi();
    const { code, notes } = await runAt(deployment, ['attach', 'top', '--profile', 'Theirs']);
    expect(code).toBe(1);
    expect(notes).toContain('7  Our SAST (SAST)');
    expect(deployment.inputs).toEqual([]);
  });

  it('cannot be found by name without a path', async () => {
    await using deployment = await changeApi();
    const { code, notes } = await runAt(deployment, ['attach', '--group', '1', '--profile', 'Our SAST']);
    expect(code).toBe(1);
    expect(notes).toContain('profiles list GROUP');
  });
});
