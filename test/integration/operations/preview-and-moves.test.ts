import { beforeEach, expect, it } from 'vitest';
import { injectFaults } from '../../support/faults.ts';
import { outcomesOf } from '../../support/operation-records.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('ENGINE');
let w: World;

/** Root 1 with project 11 and group 10. */
beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await w.group(10, 1);
  await w.project(11, 1);
});

/** Previews an attach to root 1, and lets something happen after its projects were found and before they are recorded. */
async function previewed(meanwhile: () => Promise<void>): Promise<string> {
  const { id } = await w.accepted({ groupIds: [1], dryRun: true });
  let transactions = 0;
  const faults = injectFaults(w.env.table, (command) => {
    transactions += command === 'TransactWriteItemsCommand' ? 1 : 0;
    if (transactions < 2) return undefined;
    faults.stop();
    return { before: meanwhile };
  });
  await w.drain();
  expect(await w.operation(id)).toMatchObject({ status: 'PREVIEWED' });
  return id;
}

it('a project that comes into the target while a preview runs is in it, and is attached when it is applied', async () => {
  const preview = await previewed(async () =>
    w.event('ProjectCreatedEvent', { project_id: 12, namespace_id: 10, path: 'new' }),
  );
  expect(Object.keys(await outcomesOf(w.env.table, preview))).toEqual(['11', '12']);
  expect((await w.ended(await w.apply(preview))).totals).toMatchObject({ applied: 2 });
  expect(await w.visible(12)).toEqual(['SECRET_DETECTION']);
});

it('one that moves within it counts once, and is attached when it is applied', async () => {
  const preview = await previewed(async () =>
    w.event('ProjectTransferredEvent', {
      project_id: 11,
      old_namespace_id: 1,
      old_root_namespace_id: 1,
      new_namespace_id: 10,
      new_root_namespace_id: 1,
    }),
  );
  expect((await w.operation(preview)).totals).toEqual({ applied: 1, unchanged: 0, skipped: 0, failed: 0 });
  const applied = await w.ended(await w.apply(preview));
  expect(applied.totals).toEqual({ applied: 1, unchanged: 0, skipped: 0, failed: 0 });
  expect(await w.visible(11)).toEqual(['SECRET_DETECTION']);
});
