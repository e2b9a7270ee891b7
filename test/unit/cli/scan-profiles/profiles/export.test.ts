import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gid, profilesApi, PUSHES } from '../support/profiles-api.ts';
import { run, runAt } from '../support/run.ts';

const YAML = `apiVersion: 1
group: top
profiles:
  - scanType: SAST
    name: Ours
    description: For all
    triggers:
      - type: DEFAULT_BRANCH_PIPELINE
        configuration:
          imageSuffix: FIPS
      - type: MERGE_REQUEST_PIPELINE
  - scanType: SECRET_DETECTION
    name: Pushes
    description: ""
    triggers:
      - type: GIT_PUSH_EVENT
`;

describe('profiles export', () => {
  it('writes the custom profiles in one order, with what they set', async () => {
    await using api = await profilesApi();
    expect(await runAt(api, ['profiles', 'export', 'top'])).toMatchObject({ code: 0, data: YAML, notes: '' });
    expect(api.asked[0]?.query).toContain('gitlabRecommended: false');
  });

  it.each([[['--format', 'json']], [['--json']]])('writes JSON with %j', async (options) => {
    await using api = await profilesApi();
    const { data } = await runAt(api, ['profiles', 'export', 'top', ...options]);
    expect(JSON.parse(data)).toMatchObject({
      apiVersion: 1,
      group: 'top',
      profiles: [{ name: 'Ours' }, { name: 'Pushes' }],
    });
  });

  it('writes a file, in the format that its name says', async () => {
    await using api = await profilesApi();
    await using directory = await mkdtempDisposable(join(tmpdir(), 'export-'));
    for (const name of ['p.yaml', 'p.json']) {
      const ran = await runAt(api, ['profiles', 'export', 'top', '--output', join(directory.path, name)]);
      expect(ran).toMatchObject({ code: 0, data: '' });
      expect(ran.notes).toContain('2 profiles of top');
    }
    expect(await readFile(join(directory.path, 'p.yaml'), 'utf8')).toBe(YAML);
    expect(JSON.parse(await readFile(join(directory.path, 'p.json'), 'utf8'))).toMatchObject({
      group: 'top',
    });
  });

  it.each([
    ['below nothing', '/nowhere/p.yaml', '/nowhere/p.yaml cannot be made: its directory is not there.'],
    ['that is a directory', tmpdir(), 'is a directory. Name a file in it.'],
  ])('says what is wrong with a file %s', async (_, path, problem) => {
    await using api = await profilesApi();
    const { code, notes } = await runAt(api, ['profiles', 'export', 'top', '--output', path]);
    expect(code).toBe(1);
    expect(notes).toContain(problem);
  });

  it('reads many profiles in parts, and leaves none out', async () => {
    const many = Array.from({ length: 25 }, (_, index) => ({
      ...PUSHES,
      id: gid(index + 1),
      name: `n${index}`,
    }));
    await using api = await profilesApi(many);
    const { data } = await runAt(api, ['profiles', 'export', 'top']);
    expect(data.match(/^ {4}name: n\d+$/gm)).toHaveLength(25);
    expect(api.asked).toHaveLength(4);
  });

  it('is of a top-level group, and for another that one is named', async () => {
    await using api = await profilesApi();
    const { code, notes } = await runAt(api, ['profiles', 'export', 'top/below']);
    expect(code).toBe(1);
    expect(notes).toContain('That of top/below is top');
  });

  it.each([
    [['--format', 'xml'], 'yaml or json'],
    [['--output', ''], 'the name of a file'],
    [['--csv'], '--csv does not go with'],
  ])('makes no sense with %j', async (options, problem) => {
    const { code, notes } = await run(['profiles', 'export', 'top', ...options]);
    expect(code).toBe(64);
    expect(notes).toContain(problem);
  });
});
