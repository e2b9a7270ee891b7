import { describe, expect, it } from 'vitest';
import { OURS, profilesApi, PUSHES } from '../support/profiles-api.ts';
import { type Ran, runAt } from '../support/run.ts';
import { temporaryFile } from '../support/temporary-file.ts';

const TRIGGERS = [
  { type: 'MERGE_REQUEST_PIPELINE' },
  { type: 'DEFAULT_BRANCH_PIPELINE', configuration: { imageSuffix: 'FIPS' } },
];
const SAME = [
  { scanType: 'SECRET_DETECTION', name: 'Pushes', triggers: [{ type: 'GIT_PUSH_EVENT' }] },
  { scanType: 'SAST', name: ' Ours ', description: 'For all', triggers: TRIGGERS },
];

const NEW = {
  scanType: 'TRIAGE_AND_REMEDIATION',
  name: 'Slow',
  description: 'new',
  triggers: [
    { type: 'SBOM_INGESTED', configuration: { autoRemediation: { cooldown: 14 } } },
    { type: 'SAST_FALSE_POSITIVE', configuration: { runMode: 'MANUAL' } },
  ],
};
const EDITED = { scanType: 'SAST', name: 'Ours', description: 'For some', triggers: TRIGGERS };

function fileOf(...profiles: readonly object[]): string {
  return JSON.stringify({ apiVersion: 1, group: 'top', profiles });
}

/** The file is piped in. */
async function apply(
  api: { readonly url: string },
  piped: string,
  ...options: readonly string[]
): Promise<Ran> {
  return runAt(api, ['profiles', 'apply', '-', ...options], { piped });
}

describe('profiles apply', () => {
  it('sends no change at all where nothing differs', async () => {
    await using api = await profilesApi();
    const exported = await runAt(api, ['profiles', 'export', 'top']);
    for (const text of [exported.data, fileOf(...SAME)]) {
      const { code, data, notes } = await apply(api, text, '--yes', '--delete');
      expect({ code, data }).toEqual({
        code: 0,
        data: '0 to create, 0 to update, 0 to delete, 2 unchanged\n',
      });
      expect(notes).toContain('nothing to do');
    }
    expect(api.changes).toEqual([]);
  });

  it('only shows in a dry run', async () => {
    await using api = await profilesApi();
    const { code, data, notes } = await apply(api, fileOf(EDITED, NEW), '--dry-run', '--delete');
    expect(code).toBe(0);
    expect(data).toContain('1 to create, 1 to update, 1 to delete, 0 unchanged');
    expect(data).toContain('  ~ description: "For all" → "For some"');
    expect(notes).toContain('dry run');
    expect(api.changes).toEqual([]);
  });

  it('changes what differs and nothing else, as it is stored, under the version that it has seen', async () => {
    await using api = await profilesApi();
    const { code, data } = await apply(api, fileOf(EDITED, NEW), '--yes', '--delete');
    expect(code).toBe(0);
    expect(api.changes).toEqual([
      ['update', { id: OURS.id, lockVersion: 3, stripDefaults: false, description: 'For some' }],
      [
        'create',
        {
          namespaceId: 'gid://gitlab/Group/1',
          scanType: 'TRIAGE_AND_REMEDIATION',
          name: 'Slow',
          description: 'new',
          stripDefaults: false,
          triggers: [
            {
              triggerType: 'SBOM_INGESTED',
              configuration: {
                triageAndRemediation: { sbomIngested: { autoRemediation: { cooldown: 14 } } },
              },
            },
            {
              triggerType: 'SAST_FALSE_POSITIVE',
              configuration: { triageAndRemediation: { sastFalsePositive: { runMode: 'MANUAL' } } },
            },
          ],
        },
      ],
      ['delete', { id: PUSHES.id, dryRun: false, lockVersion: PUSHES.lockVersion }],
    ]);
    expect(data).toContain('updated  SAST "Ours"  9 (version 4)\n');
    expect(data).toContain('created  TRIAGE_AND_REMEDIATION "Slow"  9 (version 4)\n');
    expect(data).toContain('deleted  SECRET_DETECTION "Pushes"  by operation OP1\n');
  });

  it('replaces all triggers where one differs', async () => {
    await using api = await profilesApi([OURS]);
    const triggers = [{ type: 'DEFAULT_BRANCH_PIPELINE' }];
    await apply(api, fileOf({ ...EDITED, description: 'For all', triggers }), '--yes');
    expect(api.changes).toMatchObject([
      ['update', { triggers: [{ triggerType: 'DEFAULT_BRANCH_PIPELINE' }] }],
    ]);
  });

  it('keeps what the file does not name, and says so', async () => {
    await using api = await profilesApi();
    const { data } = await apply(api, fileOf(), '--yes');
    expect(data).toContain(
      '2 profiles of the group are not in the file; --delete would delete them:\n  SECRET_DETECTION "Pushes"',
    );
    expect(api.changes).toEqual([]);
  });

  it('goes to another group where one is named', async () => {
    await using api = await profilesApi([]);
    const { notes } = await apply(api, fileOf(NEW), '--group', 'top2', '--dry-run');
    expect(notes).toContain('The file is of top, and is applied to top2');
    expect(api.asked[0]?.variables).toEqual({ fullPath: 'top2' });
    const nameless = JSON.stringify({ apiVersion: 1, profiles: [] });
    expect(await apply(api, nameless, '--dry-run')).toMatchObject({ code: 64, data: '' });
    expect(await apply(api, nameless, '--dry-run', '--group', 'top')).toMatchObject({ code: 0 });
  });

  it('tells the operation of every change', async () => {
    await using api = await profilesApi();
    const { data, notes } = await apply(api, fileOf(EDITED, NEW), '--yes', '--delete', '--watch', '--json');
    expect(JSON.parse(data)).toMatchObject({
      changes: [
        { action: 'UPDATE', operation: { id: 'UPDATED', kind: 'UPDATE_PROFILE' } },
        { action: 'CREATE', operation: { id: 'CREATED', kind: 'CREATE_PROFILE' } },
        { action: 'DELETE', operation: { id: 'OP1', status: 'SUCCEEDED' } },
      ],
    });
    expect(notes.match(/^Operation .*$/gm)).toEqual(['Operation OP1']);
  });

  it('waits for the end of deletions, if it is told to', async () => {
    await using api = await profilesApi([PUSHES]);
    const unwatched = await apply(api, fileOf(), '--yes', '--delete');
    expect(unwatched.notes).toContain('operations show OP1 --watch');
    const { code, data, notes } = await apply(api, fileOf(), '--yes', '--delete', '--watch', '--json');
    expect(code).toBe(0);
    expect(notes).toContain('3 of 3');
    expect(JSON.parse(data)).toMatchObject({ changes: [{ operation: { status: 'SUCCEEDED' } }] });
  });
});

describe('what it asks', () => {
  const there = (answer: string) => ({ answer, piped: '' });
  const typed = (path: string): readonly string[] => ['profiles', 'apply', path];

  it.each([
    ['y', 0, 1],
    [' Yes ', 0, 1],
    ['n', 1, 0],
    ['', 1, 0],
  ])('is answered by %j', async (answer, code, count) => {
    await using api = await profilesApi([]);
    await using file = await temporaryFile(fileOf(NEW));
    const ran = await runAt(api, typed(file.path), there(answer));
    expect(ran.code).toBe(code);
    expect(ran.notes).toContain('Make 1 change in top? [y/N] ');
    expect(api.changes).toHaveLength(count);
  });

  it('is shown before, also where data is wanted', async () => {
    await using api = await profilesApi([]);
    await using file = await temporaryFile(fileOf(NEW));
    const ran = await runAt(api, [...typed(file.path), '--json'], there('y'));
    expect(ran.notes.indexOf('1 to create')).toBeLessThan(ran.notes.indexOf('[y/N]'));
    expect(JSON.parse(ran.data)).toMatchObject({ changes: [{ action: 'CREATE', result: 'DONE' }] });
  });

  it('can be asked of nobody: then it ends before anything is read', async () => {
    await using api = await profilesApi();
    await using file = await temporaryFile(fileOf(NEW));
    for (const ran of [await runAt(api, typed(file.path)), await runAt(api, typed('-'), there('y'))]) {
      expect(ran).toMatchObject({ code: 64, data: '' });
      expect(ran.notes).toContain('--yes');
    }
    expect(api.asked).toEqual([]);
  });
});
