import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readDrill } from '../e2e/drills/command-line.ts';
import { readFuzz } from '../hostile/fuzz/command-line.ts';
import { readSimulation } from '../simulation/command-line.ts';
import { Misuse } from '../support/long-form.ts';

const READERS = { simulate: readSimulation, fuzz: readFuzz, drill: readDrill };

describe('a command line of a long form that makes no sense', () => {
  it.each([
    ['simulate', '50', 'What is "50"? Numbers follow their option'],
    ['simulate', '--seeds 0', '--seeds has to be at least 1'],
    ['simulate', '--seeds many', 'has to be a whole number'],
    ['simulate', '--from -1', '--from'],
    ['simulate', '--jobs 0', 'has to be at least 1'],
    ['simulate', '--foo', "'--foo'"],
    ['simulate', '--engine --mutants', '--engine does not go with --mutants'],
    ['simulate', '--mutants --interleavings', '--interleavings does not go with --mutants'],
    ['simulate', '--interleavings --seeds 5', '--seeds does not go with --interleavings'],
    ['simulate', '--until 5', '--until does not go with histories'],
    ['simulate', '--mutants nonsuch', 'There is no mutant "nonsuch", but '],
    ['fuzz', '--nope', "'--nope'"],
    ['fuzz', '--requests 0', 'has to be at least 1'],
    ['fuzz', '100', "'100'"],
    ['drill', '--kills 0', 'has to be at least 1'],
    ['drill', '--seed 1.5', 'has to be a whole number'],
  ] as const)('is refused: %s %s', (command, typed, problem) => {
    const read = (): unknown => READERS[command](typed.split(' '));
    expect(read).toThrow(Misuse);
    expect(read).toThrow(problem);
  });
});

describe('a command line of a long form', () => {
  it('has defaults for all that is not said', () => {
    expect(readSimulation([])).toMatchObject({ kind: 'HISTORIES', seeds: 1_000, from: 1, engine: false });
    expect(readFuzz(['--seed', '2'])).toEqual({ requests: 10_000, seed: 2, from: 0 });
    expect(readDrill(['--kills', '5'])).toMatchObject({ kills: 5, projects: 6_000 });
  });

  it('may name mutants, and ask for the directed tests alone', () => {
    const typed = ['--mutants', 'cycle', '--seeds', '0'];
    expect(readSimulation(typed)).toMatchObject({
      kind: 'MUTANTS',
      names: ['cycle'],
      seeds: 0,
    });
  });
});

describe.each(['simulation/simulate.ts', 'hostile/fuzz/command.ts', 'e2e/drills/drill.ts'])('%s', (file) => {
  const run = async (typed: string): Promise<unknown> =>
    promisify(execFile)(process.execPath, [`test/${file}`, typed]);

  it('ends with 64 and its usage where the command line makes no sense, and with 0 for help', async () => {
    const [refused, help] = await Promise.allSettled([run('--nope'), run('--help')]);
    expect(refused).toMatchObject({
      reason: { code: 64, stdout: '', stderr: expect.stringMatching(/'--nope'.*\n\nUsage: npm run /s) },
    });
    expect(refused).not.toMatchObject({ reason: { stderr: expect.stringMatching(/^\s+at /m) } });
    expect(help).toMatchObject({
      value: { stdout: expect.stringMatching(/^npm run /), stderr: '' },
    });
  });
});
