import { beforeEach, describe, expect, it } from 'vitest';
import { injectFaults } from '../../support/faults.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { letHold } from '../../support/flat-group.ts';
import { expectTruth, recordsOf } from '../../support/operation-records.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('ENGINE');
let w: World;

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await w.project(21, 1);
});

describe('a project that is given up when the time is over', () => {
  it('is recorded as what it is where the SDK sent a write again whose reply was lost', async () => {
    w.env.table.client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName !== 'BatchExecuteStatementCommand') return next(args);
          await next(args);
          w.env.clock.advance(60_000);
          return next(args);
        },
      { name: 'loseReplies', step: 'initialize' },
    );
    const { id, totals } = await w.accepted({ mode: 'FILL_SCAN_GAPS', projectIds: [21] });
    expect(totals).toMatchObject({ applied: 1, failed: 0 });
    await expectTruth(w.env.table, id, [21]);
  });

  it('is recorded with what it held where others were always first', async () => {
    const [held = 0, other = 0] = await customProfiles(w.env.table, 1, 2);
    const faults = injectFaults(w.env.table, (command) => {
      if (command !== 'BatchExecuteStatementCommand') return undefined;
      faults.stop();
      return {
        before: async () => {
          await letHold(w.env.table, 1, [21], [held]);
          w.env.clock.advance(60_000);
        },
      };
    });
    const fill = { mode: 'FILL_SCAN_GAPS', profile: { id: other } } as const;
    const { id } = await w.accepted({ ...fill, projectIds: [21] });
    const effect = { before: [held], made: [], removed: [] };
    expect(await recordsOf(w.env.table, id)).toEqual(new Map([[21, { outcome: 'FAILED/CONFLICT', effect }]]));
  });
});
