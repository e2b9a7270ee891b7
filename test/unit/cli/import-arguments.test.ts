import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../cli/import/arguments.ts';

const FILES = ['--groups', 'g.ndjson', '--projects', '/p.ndjson'];

describe('the arguments of an import', () => {
  it('are two files at least, found from where they were typed', () => {
    expect(readArguments(FILES, '/home')).toEqual({
      kind: 'IMPORT',
      request: {
        groups: '/home/g.ndjson',
        projects: '/p.ndjson',
        members: undefined,
        asOf: undefined,
        prune: undefined,
      },
      typed: new Map([
        ['/home/g.ndjson', 'g.ndjson'],
        ['/p.ndjson', '/p.ndjson'],
      ]),
      table: undefined,
    });
  });

  it('may be all of them', () => {
    const all = [
      ...FILES,
      '--members',
      'm',
      '--as-of',
      '2026-11-22T13:00:00.5+01:00',
      '--prune',
      '--dry-run',
    ];
    expect(readArguments([...all, '--table', 'T', '--region', 'eu-west-1'], '/')).toMatchObject({
      request: { members: '/m', asOf: Date.UTC(2026, 10, 22, 12, 0, 0, 500), prune: 'LIST' },
      table: { name: 'T', region: 'eu-west-1' },
    });
    expect(readArguments([...FILES, '--prune'], '/')).toMatchObject({ request: { prune: 'REMOVE' } });
  });

  it('may ask for help only', () => {
    expect(readArguments(['--help'], '/')).toEqual({ kind: 'HELP' });
  });

  it.each([
    [['--groups', 'g'], 'Both --groups and --projects'],
    [[], 'Both --groups and --projects'],
    [[...FILES, '--dry-run'], '--dry-run goes with --prune'],
    [[...FILES, '--region', 'eu-west-1'], '--region goes with --table'],
    [[...FILES, '--as-of', '2026-11-22'], '--as-of wants a time with its zone'],
    [[...FILES, '--as-of', '2026-11-22T12:00:00'], '--as-of wants a time with its zone'],
    [[...FILES, '--what'], '--what'],
    [[...FILES, 'more'], 'more'],
    [['--groups'], '--groups'],
  ])('are refused as %j, with what is wrong and how it is used', (args, problem) => {
    expect(() => readArguments(args, '/')).toThrow(problem);
    expect(() => readArguments(args, '/')).toThrow('npm run import -- --groups FILE');
  });
});
