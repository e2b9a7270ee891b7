import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Patch } from './patch/patch.ts';
import { runSeeds, type Seeds } from './workers/pool.ts';
import type { Done, ThreadData } from './workers/protocol.ts';

const SIZE = { steps: 300, faults: 4 };
const JOBS = availableParallelism();

/** Histories in the order of their seeds. */
async function run(seeds: Seeds, more: Partial<ThreadData> = {}, jobs = JOBS): Promise<readonly Done[]> {
  const histories: Done[] = [];
  const data = { patches: [], size: SIZE, engine: false, patience: 0, ...more };
  await runSeeds(data, seeds, { jobs, onDone: (done) => histories.push(done) < 0 });
  return histories.toSorted((one, other) => one.seed - other.seed);
}

const digestsOf = (histories: readonly Done[]): readonly string[] =>
  histories.map(({ seed, digest }) => `${seed} ${digest}`);

const reportsOf = (histories: readonly Done[]): readonly string[] =>
  histories.flatMap(({ report }) => report ?? []);

/** Root and attachments are under one version: without that a project keeps what it held under its old root. */
const KEPT_AT_A_MOVE: Patch = {
  file: 'shared/domain/changes/edits.ts',
  find: 'rootVersion: place.version, attachments: {}, decided }',
  replace: 'rootVersion: place.version, attachments: state.attachments, decided }',
};

describe('simulated histories', () => {
  it('break no promise', async () => {
    expect(reportsOf(await run({ from: 1, count: 60 }))).toEqual([]);
  });

  it('are the same for the same seed to the byte, in another process too', async () => {
    const command = [
      'test/simulation/simulate.ts',
      '--seeds',
      '3',
      '--from',
      '7',
      '--digests',
      '--jobs',
      '1',
    ];
    const [here, { stdout }] = await Promise.all([
      run({ from: 7, count: 3 }, {}, 1),
      promisify(execFile)(process.execPath, command),
    ]);
    expect(stdout.split('\n').slice(0, 3)).toEqual(digestsOf(here));
  });

  it('end in the same state on the engine', async () => {
    expect(reportsOf(await run({ from: 1, count: 4 }, { engine: true }, 1))).toEqual([]);
  });

  it('show what happens without a guard, as short as it can be', async () => {
    const patches = [KEPT_AT_A_MOVE];
    const [history] = await run({ from: 1, count: 1 }, { patches, patience: 5_000 }, 1);
    expect(history?.violations.map(({ promise }) => promise)).toContain('S1');
    expect(history?.report).toMatch(/in \d decisions/);
  });
});
