import { expect, it } from 'vitest';
import { sweeper } from '../../../functions/sweep/sweeper.ts';
import { readSweepPosition } from '../../../shared/storage/sweep-position.ts';
import { Crash, injectFaults } from '../../support/faults.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world } from '../../support/world.ts';

const newTable = useTables('PROCESS');

it('a sweep of what moved lately that fails does not keep one of everything from going on', async () => {
  const w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await w.project(11, 1);
  const { env } = w;
  const sweep = async (scope: string, left: number): Promise<void> =>
    sweeper(env)({ scope }, { getRemainingTimeInMillis: () => left });
  await sweep('EVERYTHING', 0);
  expect(await readSweepPosition(env.table)).toBeDefined();
  const faults = injectFaults(env.table, (command) => {
    if (command === 'QueryCommand') throw new Crash('what moved cannot be listed');
    return undefined;
  });
  await expect(sweep('RECENT', 900_000)).rejects.toThrow('what moved cannot be listed');
  faults.stop();
  expect(await readSweepPosition(env.table)).toBeUndefined();
});
