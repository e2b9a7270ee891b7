import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Patch } from './patch/patch.ts';
import { runSeeds, type Seeds } from './workers/pool.ts';
import type { Done, ThreadData } from './workers/protocol.ts';

/** To start a thread costs more than thirty histories: there are few, and each does all that it can. */
async function run(seeds: Seeds, more: Partial<ThreadData> = {}): Promise<readonly Done[]> {
  const histories: Done[] = [];
  const data = { patches: [], size: { steps: 300, faults: 4 }, engine: false, patience: 0, ...more };
  await runSeeds(data, seeds, { jobs: 1, onDone: (done) => histories.push(done) < 0 });
  return histories;
}

/** As `npm run simulate` does it, in a process of its own. Throws unless it ends with success. */
async function simulate(...options: string[]): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['test/simulation/simulate.ts', ...options]);
  return stdout.split('\n');
}

/** Root and attachments are under one version: without that a project keeps what it held under its old root. */
const KEPT_AT_A_MOVE: Patch = {
  file: 'shared/domain/changes/edits.ts',
  find: 'rootVersion: place.version, attachments: {}, decided }',
  replace: 'rootVersion: place.version, attachments: state.attachments, decided }',
};

describe('simulated histories', () => {
  it('break no promise, are the same for the same seed to the byte, and end on the engine as they do here', async () => {
    const [here, there] = await Promise.all([
      run({ from: 1, count: 60 }),
      simulate('--seeds', '3', '--engine', '--digests', '--jobs', '1'),
    ]);
    expect(here.flatMap(({ report }) => report ?? [])).toEqual([]);
    expect(there.slice(0, 3)).toEqual(here.slice(0, 3).map(({ seed, digest }) => `${seed} ${digest}`));
  });

  it('show what happens without a guard, as short as it can be', async () => {
    const more = { patches: [KEPT_AT_A_MOVE], patience: 2_000 };
    const broken = (await run({ from: 1, count: 3 }, more)).filter(({ violations }) => violations.length > 0);
    expect(broken.map(({ violations }) => violations[0]?.promise)).toContain('S1');
    const lengths = broken.map(({ report }) => Number(/in (\d+) decisions/.exec(report ?? '')?.[1]));
    expect(Math.min(...lengths)).toBeLessThan(20);
  });
});
