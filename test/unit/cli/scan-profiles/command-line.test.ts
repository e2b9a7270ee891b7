import { isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { COMMON } from '../../../../cli/scan-profiles/command-line/options.ts';
import { COMMANDS } from '../../../../cli/scan-profiles/commands/all.ts';
import { productSchema } from './support/product-schema.ts';
import { run } from './support/run.ts';

const GROUPS = Array.from({ length: 101 }, (_, index) => `group-${index}`);

describe('a command line that makes no sense', () => {
  it.each([
    [[], 'Name a command'],
    [['operations'], 'Name a command'],
    [['frobnicate'], 'There is no command "frobnicate"'],
    [['--frobnicate'], '--frobnicate'],
    [['attach', 'top'], 'Name the profile'],
    [['attach', '--profile', 'sast'], 'Name a group or project'],
    [['attach', '217', '--profile', 'sast'], '--group 217 or --project 217'],
    [['attach', ...GROUPS, '--profile', 'sast'], '101 groups and projects, and one operation takes 100'],
    [['attach', '--group', 'gid://gitlab/Project/1', '--profile', 'sast'], 'the id of a project'],
    [['attach', 'gid://gitlab/User/1', '--profile', 'sast'], 'not the global id of a group or project'],
    [
      ['attach', 'top', '--profile', 'sast', '--mode', 'sometimes'],
      'append, set, replace, fill-profile-gaps',
    ],
    [['attach', 'top', '--profile', 'sast', '--failure-threshold', '101'], 'from 0 to 100'],
    [['attach', 'top', '--profile', 'sast', '--failure-threshold', '-1'], '--failure-threshold'],
    [
      ['attach', 'top', '--profile', 'sast', '--dry-run', '--idempotency-key', 'k'],
      'a dry run writes nothing',
    ],
    [['attach', 'top', '--profile', 'sast', '--idempotency-key', ''], '1 to 255'],
    [['attach', 'top', '--profile', 'sast', '--status', 'failed'], '--status does not go with "attach"'],
    [['detach', 'top', '--profile', 'sast', '--mode', 'set'], '--mode does not go with "detach"'],
    [['operations', 'show'], 'Name one operation'],
    [['operations', 'undo', 'a', 'b'], 'Name one operation'],
    [['operations', 'show', 'a', '--watch', '--code', 'CONFLICT'], '--code is about results'],
    [['operations', 'list', 'top', '--limit', '0'], '--limit'],
    [['operations', 'list', 'top', '--created-after', 'yesterday'], 'a time with its zone'],
    [['profiles', 'list', 'top', '--json', '--csv'], 'Either --json or --csv'],
    [['profiles', 'list', 'top', '--url', 'example.com', '--token', 'x'], 'https://'],
    [
      ['profiles', 'list', 'top', '--url', 'https://me:hunter2@example.com', '--token', 'x'],
      'user or password',
    ],
    [
      ['profiles', 'list', 'top', '--url', 'https://example.com', '--token', 'x y'],
      'characters that no token has',
    ],
    [['profiles', 'list', 'top', '--url', 'https://example.com', '--as', 'me'], '--as is for the stack'],
  ])('is told as %j, and ends with 64 before anything is asked', async (typed, problem) => {
    const { code, data, notes } = await run(typed);
    expect({ code, data }).toEqual({ code: 64, data: '' });
    expect(notes).toContain(problem);
    expect(notes).toContain('--help says');
    expect(notes).not.toContain('hunter2');
    expect(notes).not.toContain('x y');
  });
});

describe('an option that makes no sense', () => {
  it.each(['attach top --frobnicate', 'attach top --status failed', '--profile sast attach top --nope=x'])(
    'leads to the help of its command: %s',
    async (typed) => {
      const { code, notes } = await run(typed.split(' '));
      expect(code).toBe(64);
      expect(notes).toContain('\nUsage: npx scan-profiles attach TARGET');
      expect(notes).toContain('npx scan-profiles attach --help says more.');
    },
  );
});

describe('a value that an option does not take', () => {
  it.each([
    ['attach top --profile sast --mode', 'SecurityScanProfileAttachMode'],
    ['preview attach top --profile sast --mode', 'SecurityScanProfileAttachMode'],
    ['operations list top --kind', 'SecurityScanProfileOperationKind'],
    ['operations list top --status', 'SecurityScanProfileOperationStatus'],
    ['operations show OP --outcome', 'SecurityScanProfileOutcome'],
    ['operations show OP --code', 'SecurityScanProfileOutcomeCode'],
    ['profiles list top --type', 'SecurityScanProfileType'],
    ['projects top --without-type', 'SecurityScanProfileType'],
    ['projects top --status', 'ScanProfileStatus'],
    ['tokens create bot --expires 1d --scope', 'PersonalAccessTokenScope'],
  ])('is answered with all values that the API has: %s', async (typed, name) => {
    const type = productSchema().getType(name);
    const known = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
    const { code, data, notes } = await run([...typed.split(' '), 'bogus']);
    expect({ code, data }).toEqual({ code: 64, data: '' });
    const [, named = ''] = /^--[a-z-]+ is one of (.*)\.$/m.exec(notes) ?? [];
    const values = named.split(', ').map((value) => value.replaceAll('-', '_').toUpperCase());
    expect(values.toSorted()).toEqual(known.toSorted());
  });
});

describe('help', () => {
  it('lists every command', async () => {
    const { code, data } = await run(['--help']);
    expect(code).toBe(0);
    for (const { words, summary } of COMMANDS) {
      expect(data).toContain(`  ${words.join(' ')}`);
      expect(data).toContain(summary);
    }
  });

  it('lists the commands that begin alike', async () => {
    const { data } = await run(['operations', '-h']);
    expect(data).toContain('operations undo');
    expect(data).not.toContain('profiles list');
  });

  it.each(COMMANDS.map((command) => [command.words.join(' '), command] as const))(
    'of %s tells its options, examples that make sense, and exit codes',
    async (_, { words, options, examples, asks = 'API' }) => {
      const { code, data } = await run([...words, '--help']);
      expect(code).toBe(0);
      for (const name of [...options, ...COMMON[asks]]) expect(data).toContain(`  --${name}`);
      expect(data).toContain('130  ended by Ctrl-C');
      expect(data.includes('the operation goes on')).toBe(asks === 'API');
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) {
        expect(data).toContain(`npx scan-profiles ${example}`);
        // It fails only because no stack runs.
        const typed = [...example.replace(/ [<>].*/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(
          ([, quoted, bare]) => quoted ?? bare ?? '',
        );
        const environment = { SCAN_PROFILES_STATE_DIR: '/nowhere' };
        expect(await run(typed, { environment })).toMatchObject({ code: 1, data: '' });
      }
    },
  );
});
