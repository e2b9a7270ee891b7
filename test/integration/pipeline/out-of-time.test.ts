import { beforeEach, expect, it } from 'vitest';
import { attachWorker } from '../../../functions/attach-worker/worker.ts';
import type { Worker } from '../../../shared/pipeline/batch.ts';
import { injectFaults } from '../../support/faults.ts';
import { flatGroup } from '../../support/flat-group.ts';
import { expectTruth } from '../../support/operation-records.ts';
import { sqsRecord } from '../../support/sqs-record.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('ENGINE');
const PROJECTS = Array.from({ length: 300 }, (_, index) => 100 + index);
let w: World;
let again: string[];

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await flatGroup(w.env.table, [1], PROJECTS);
  again = [];
});

/** Hands the first message of the queue to the worker. */
async function work(receives: number): ReturnType<Worker> {
  const sourceQueue = { retryNow: async (handle: string) => Promise.resolve(void again.push(handle)) };
  const end = w.env.clock.now() + 20_000;
  const [message] = w.env.attachQueue.messages;
  return attachWorker({ ...w.env, sourceQueue })(
    { Records: [sqsRecord('walk', message?.body ?? '', receives)] },
    { getRemainingTimeInMillis: () => end - w.env.clock.now() },
  );
}

it('a page whose time is up before all is written goes on at once in another run, with what is left', async () => {
  const { id } = await w.accepted({ groupIds: [1] });
  let calls = 0;
  const slow = injectFaults(w.env.table, (command) => {
    if (command !== 'BatchExecuteStatementCommand') return undefined;
    calls += 1;
    return { before: () => w.env.clock.advance(17_000) };
  });
  expect(await work(1)).toEqual({ batchItemFailures: [{ itemIdentifier: 'walk' }] });
  slow.stop();
  // Of twelve calls, four at a time.
  expect(calls).toBe(4);
  expect(again).toEqual(['handle of walk']);
  expect(await w.operation(id)).toMatchObject({ pagesDone: 0, totals: { applied: 0, failed: 0 } });

  let further = 0;
  const counted = injectFaults(w.env.table, (command) => {
    if (command === 'BatchExecuteStatementCommand') further += 1;
    return undefined;
  });
  expect(await work(2)).toEqual({ batchItemFailures: [] });
  counted.stop();
  expect(further).toBe(8);
  const totals = { applied: PROJECTS.length, unchanged: 0, skipped: 0, failed: 0 };
  expect(await w.operation(id)).toMatchObject({ status: 'SUCCEEDED', totals });
  await expectTruth(w.env.table, id, PROJECTS);
});
