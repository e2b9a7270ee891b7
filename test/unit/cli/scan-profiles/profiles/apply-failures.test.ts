import { describe, expect, it } from 'vitest';
import { lostAnswer, refusal, status } from '../support/deployment.ts';
import { gid, OURS, profilesApi, PUSHES } from '../support/profiles-api.ts';
import { type Ran, runAt } from '../support/run.ts';

const NAMES = ['a', 'b', 'c'];

function fileOf(...names: readonly string[]): string {
  const triggers = [{ type: 'GIT_PUSH_EVENT' }];
  const profiles = names.map((name) => ({ scanType: 'SECRET_DETECTION', name, triggers }));
  return JSON.stringify({ apiVersion: 1, group: 'top', profiles });
}

interface Options {
  readonly signal?: AbortSignal;
}

async function apply(
  api: { readonly url: string },
  piped: string,
  options: readonly string[] = [],
  more: Options = {},
): Promise<Ran> {
  return runAt(api, ['profiles', 'apply', '-', '--yes', ...options], { piped, ...more });
}

describe('a change that fails', () => {
  it('does not keep the others from being made', async () => {
    const refuse = (name: unknown): readonly string[] => (name === 'b' ? ['name "b" is taken\u001b[2J'] : []);
    await using api = await profilesApi([], { refuse });
    const { code, data, notes } = await apply(api, fileOf(...NAMES));
    expect(code).toBe(2);
    expect(api.changes).toHaveLength(3);
    expect(data).toContain(
      'failed   SECRET_DETECTION "b"  name "b" is taken\u{fffd}[2J\ncreated  SECRET_DETECTION "c"',
    );
    expect(notes).toContain('what is left');
  });

  it('is a failure of the command where it is the only one', async () => {
    await using api = await profilesApi([], { refuse: () => ['no'] });
    expect(await apply(api, fileOf('a'))).toMatchObject({ code: 1 });
  });

  it('is told in the data', async () => {
    const refuse = (name: unknown): readonly string[] => (name === 'b' ? ['taken', 'and more'] : []);
    await using api = await profilesApi([OURS], { refuse });
    const json = await apply(api, fileOf('a', 'b'), ['--json']);
    expect(JSON.parse(json.data)).toEqual({
      group: 'top',
      changes: [
        expect.objectContaining({
          action: 'CREATE',
          name: 'a',
          id: gid(9),
          lockVersion: 4,
          result: 'DONE',
          errors: [],
          operation: expect.objectContaining({ id: 'CREATED', status: 'SUCCEEDED' }),
        }),
        expect.objectContaining({
          name: 'b',
          id: null,
          lockVersion: null,
          result: 'REFUSED',
          errors: ['taken', 'and more'],
          operation: null,
        }),
      ],
      unchanged: 0,
      kept: [{ id: OURS.id, scanType: 'SAST', name: 'Ours' }],
    });
    const csv = await apply(api, fileOf('a', 'b'), ['--csv']);
    expect(csv.data.split('\n')[2]).toBe('CREATE,SECRET_DETECTION,b,,,,REFUSED,"taken; and more",');
  });

  it('is a deletion of what somebody else has changed since it was read', async () => {
    await using api = await profilesApi([OURS, PUSHES], {
      refuse: (id) => (id === PUSHES.id ? ['The scan profile was changed by somebody else'] : []),
    });
    const { code, data } = await apply(api, fileOf(), ['--delete']);
    expect(code).toBe(2);
    expect(api.changes).toMatchObject([
      ['delete', { id: OURS.id, lockVersion: OURS.lockVersion }],
      ['delete', { id: PUSHES.id, lockVersion: PUSHES.lockVersion }],
    ]);
    expect(data).toContain(
      'failed   SECRET_DETECTION "Pushes"  The scan profile was changed by somebody else',
    );
  });

  it('is a deletion for which there is no room: then an earlier one is waited for', async () => {
    await using api = await profilesApi([OURS, PUSHES], {
      refuse: (id) => {
        if (id === OURS.id) api.mishaps.push(refusal('TOO_MANY_OPERATIONS', 'There are 20 already'));
        return [];
      },
    });
    const { code, data, notes } = await apply(api, fileOf(), ['--delete']);
    expect(code).toBe(0);
    expect(api.changes).toHaveLength(2);
    expect(data.match(/^deleted/gm)).toHaveLength(2);
    expect(notes).toContain('operations list top --kind delete-profile');
  });

  it('is sent again where it was turned away, and only there', async () => {
    await using api = await profilesApi([]);
    api.mishaps.push(async (response, answer) => {
      response.end(JSON.stringify(await answer()));
      api.mishaps.push(status(429), lostAnswer);
      return Promise.resolve();
    });
    const { code, data, notes } = await apply(api, fileOf('a', 'b'));
    expect(code).toBe(1);
    expect(api.changes.map(([, { name }]) => name)).toEqual(['a']);
    expect(data).toContain('unknown  SECRET_DETECTION "a"  No answer from');
    expect(data).toContain('it may be done all the same\nnot done SECRET_DETECTION "b"\n');
    expect(notes).toContain('Try again in a minute');
  });

  it('ends all where the next one would fare no better', async () => {
    await using api = await profilesApi([]);
    api.mishaps.push(async (response, answer) => {
      response.end(JSON.stringify(await answer()));
      api.mishaps.push(refusal('UNAUTHENTICATED', 'The token has expired', 401));
    });
    const { code, data, notes } = await apply(api, fileOf(...NAMES));
    expect(code).toBe(1);
    expect(data.match(/^not done/gm)).toHaveLength(2);
    expect(notes).toContain('SCAN_PROFILES_TOKEN');
  });
});

it('leaves the rest after Ctrl-C, and says what was done', async () => {
  const interruption = new AbortController();
  const refuse = (name: unknown): readonly string[] => {
    if (name === 'b') interruption.abort();
    return [];
  };
  await using api = await profilesApi([], { refuse });
  const { code, data, notes } = await apply(api, fileOf(...NAMES), [], { signal: interruption.signal });
  expect(code).toBe(130);
  expect(api.changes).toHaveLength(2);
  expect(data).toContain('created  SECRET_DETECTION "a"');
  expect(data).toContain('unknown  SECRET_DETECTION "b"  Interrupted: it may be done all the same');
  expect(data).toContain('not done SECRET_DETECTION "c"');
  expect(notes).toContain('The same command does what is left');
});

describe('nothing is asked for', () => {
  it('by who may not', async () => {
    await using api = await profilesApi([OURS], { may: false });
    const { code, notes } = await apply(api, fileOf('a'));
    expect(code).toBe(1);
    expect(notes).toContain('This user may not create profiles of top: that takes Maintainer');
    expect(api.changes).toEqual([]);
  });

  it('in a dry run, which tells who may not', async () => {
    await using api = await profilesApi([OURS], { may: false });
    const { code, notes } = await apply(api, fileOf('a'), ['--dry-run', '--delete']);
    expect(code).toBe(0);
    expect(notes).toContain('This user may not create or delete profiles of top: that takes Maintainer');
    await using maintained = await profilesApi([OURS]);
    const allowed = await apply(maintained, fileOf('a'), ['--dry-run', '--delete']);
    expect(allowed.notes).not.toContain('may not');
  });

  it('of a file that is wrong, and all that is wrong is named with its line', async () => {
    await using api = await profilesApi();
    const wrong = 'apiVersion: 1\nprofiles:\n  - scanType: SAST\n    name: ""\n    triggers: []\n';
    const { code, data, notes } = await apply(api, wrong);
    expect({ code, data }).toEqual({ code: 1, data: '' });
    expect(notes.split('\n')).toEqual([
      'standard input:4: profiles[0].name: must not be blank',
      'standard input:5: profiles[0].triggers: must name at least one trigger',
      '',
    ]);
    expect(api.asked).toEqual([]);
  });

  it('of a file with more problems than anybody reads, beyond the first', async () => {
    await using api = await profilesApi();
    const { notes } = await apply(api, fileOf(...Array.from({ length: 1_200 }, () => 'same')));
    expect(notes.trimEnd().split('\n')).toHaveLength(21);
    expect(notes).toContain('and 1,179 more');
  });

  it.each([
    ['no file', '/nowhere/profiles.yaml', '/nowhere/profiles.yaml is not there. Check the name'],
    ['a directory', '/', '/ is a directory. Name a file in it.'],
    ['a file below a file', `${import.meta.filename}/x`, 'names as a directory is a file'],
    ['a name that is too long', `/${'x'.repeat(300)}`, 'cannot be read (ENAMETOOLONG).'],
  ])('of %s', async (_, path, problem) => {
    await using api = await profilesApi();
    const { code, notes } = await runAt(api, ['profiles', 'apply', path, '--yes']);
    expect(code).toBe(1);
    expect(notes).toContain(problem);
    expect(api.asked).toEqual([]);
  });
});
