import { describe, expect, it } from 'vitest';
import { operation, totals } from '../support/data.ts';
import { Deployment } from '../support/deployment.ts';
import { gid, OURS, profilesApi, PUSHES } from '../support/profiles-api.ts';
import { runAt } from '../support/run.ts';

const SETTINGS = {
  ...OURS,
  gitlabRecommended: false,
  createdAt: '2026-11-22T08:50:01.000Z',
  updatedAt: '2026-11-22T09:50:01.000Z',
  triggers: ['DEFAULT_BRANCH_PIPELINE'],
  configuration: { DEFAULT_BRANCH_PIPELINE: { imageSuffix: 'FIPS', autoRemediation: { cooldown: 7 } } },
};

async function withSettings(): Promise<Deployment> {
  const template = { ...SETTINGS, id: gid(5), name: 'SAST (default)', gitlabRecommended: true };
  return Deployment.of({
    group: {
      availableSecurityScanProfiles: [
        SETTINGS,
        template,
        { ...SETTINGS, id: gid(6), scanType: 'SECRET_DETECTION' },
      ],
    },
    securityScanProfile: ({ id }: { readonly id: string }) => (id === SETTINGS.id ? SETTINGS : template),
  });
}

describe('profiles show', () => {
  it('tells every setting that holds, and which are its own', async () => {
    await using api = await withSettings();
    const { code, data } = await runAt(api, ['profiles', 'show', 'top', '1']);
    expect(code).toBe(0);
    expect(data).toContain('Version      3\n');
    expect(data).toMatch(/^DEFAULT_BRANCH_PIPELINE {2}imageSuffix +"FIPS" +yes$/m);
    expect(data).toMatch(/^DEFAULT_BRANCH_PIPELINE {2}autoRemediation\.cooldown +7 +no$/m);
    expect(data).toMatch(/^MERGE_REQUEST_PIPELINE$/m);
  });

  it('tells them as data', async () => {
    await using api = await withSettings();
    const csv = await runAt(api, ['profiles', 'show', 'top', SETTINGS.id, '--csv']);
    expect(csv.data).toContain('DEFAULT_BRANCH_PIPELINE,imageSuffix,"""FIPS""",true\n');
    const json = await runAt(api, ['profiles', 'show', 'top', '1', '--json']);
    expect(JSON.parse(json.data)).toMatchObject({ lockVersion: 3, configuration: SETTINGS.configuration });
  });

  it('finds the recommended profile by the key of its template', async () => {
    await using api = await withSettings();
    expect((await runAt(api, ['profiles', 'show', 'top', 'sast'])).data).toContain(
      'Name         SAST (default)',
    );
  });

  it.each([
    ['nothing', 'No profile of top is called "nothing"'],
    ['OURS', 'Several profiles are called "OURS"'],
  ])('refuses %s', async (typed, problem) => {
    await using api = await withSettings();
    const { code, data, notes } = await runAt(api, ['profiles', 'show', 'top', typed]);
    expect({ code, data }).toEqual({ code: 1, data: '' });
    expect(notes).toContain(problem);
  });
});

describe('profiles delete', () => {
  const typed = ['profiles', 'delete', 'top', 'pushes'];

  it('counts in a dry run, and waits for the count', async () => {
    await using api = await profilesApi();
    const { code, data, notes } = await runAt(api, [...typed, '--dry-run']);
    expect(code).toBe(0);
    expect(api.changes).toEqual([
      ['delete', { id: PUSHES.id, dryRun: true, lockVersion: PUSHES.lockVersion }],
    ]);
    expect(notes).toContain('3 of 3');
    expect(data).toContain('Status     SUCCEEDED');
  });

  it.each([
    [{ answer: 'y' }, [], 0, 1],
    [{ answer: 'n' }, [], 1, 0],
    [{}, ['--yes'], 0, 1],
    [{}, [], 64, 0],
  ])('asks first: %j %j', async (input, options, code, count) => {
    await using api = await profilesApi();
    const ran = await runAt(api, [...typed, ...options], input);
    expect(ran.code).toBe(code);
    expect(ran.notes.includes('Delete SECRET_DETECTION "Pushes" of top for good? [y/N]')).toBe(
      'answer' in input,
    );
    expect(api.changes).toHaveLength(count);
  });

  it('says why it is refused', async () => {
    await using api = await profilesApi([PUSHES], { refuse: () => ['recommended'] });
    expect(await runAt(api, [...typed, '--yes'])).toMatchObject({
      code: 1,
      data: '',
      notes: 'recommended\n',
    });
  });
});

describe('an operation that edits a profile', () => {
  const version = {
    name: 'Ours',
    description: 'old',
    scanType: 'SAST',
    triggers: ['DEFAULT_BRANCH_PIPELINE'],
    configuration: { DEFAULT_BRANCH_PIPELINE: { imageSuffix: 'DEFAULT' } },
    lockVersion: 1,
  };
  const after = {
    ...version,
    configuration: { DEFAULT_BRANCH_PIPELINE: { imageSuffix: 'FIPS' } },
    lockVersion: 2,
  };
  const edited = async (change: Readonly<Record<string, unknown>>): Promise<Deployment> =>
    Deployment.of({
      securityScanProfileOperation: operation({ profile: null, mode: null, totals: totals({}), ...change }),
    });

  it('is shown with what it changed', async () => {
    await using api = await edited({ kind: 'UPDATE_PROFILE', profileChange: { before: version, after } });
    const { data, notes } = await runAt(api, ['operations', 'show', 'OP1']);
    expect(data).toContain('UPDATE_PROFILE of Ours');
    expect(data).toContain('~ SAST "Ours"\n  ~ DEFAULT_BRANCH_PIPELINE imageSuffix: "DEFAULT" → "FIPS"\n');
    expect(notes).toBe('');
    const json = await runAt(api, ['operations', 'show', 'OP1', '--json']);
    expect(JSON.parse(json.data)).toMatchObject({ profileChange: { before: version, after }, results: [] });
  });

  it.each([
    [
      'CREATE_PROFILE',
      { before: null, after },
      '+ SAST "Ours"\n    description: "old"\n  + DEFAULT_BRANCH_PIPELINE\n',
    ],
    ['DELETE_PROFILE', { before: version, after: null }, '- SAST "Ours"\n'],
  ])('%s is shown too', async (kind, profileChange, lines) => {
    await using api = await edited({ kind, profileChange });
    expect((await runAt(api, ['operations', 'show', 'OP1'])).data).toContain(lines);
  });

  it('is neither to be undone, nor cancelled, nor applied', async () => {
    const counts = totals({ applied: 3, failed: 1 });
    for (const status of ['PARTIAL', 'RUNNING', 'PREVIEWED']) {
      await using api = await edited({ kind: 'DELETE_PROFILE', status, totals: counts });
      const { notes } = await runAt(api, ['operations', 'show', 'OP1']);
      expect(notes).not.toMatch(/operations (undo|cancel|apply)/);
      expect(notes.includes('operations retry')).toBe(status === 'PARTIAL');
    }
  });
});
