import { expect, it } from 'vitest';
import { listLog } from '../../../shared/storage/operation-log.ts';
import { expectAnnounced } from '../../support/announcements.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { Crash, type Fault, injectFaults } from '../../support/faults.ts';
import { flatGroup, letHold } from '../../support/flat-group.ts';
import { expectTruth, heldByAll } from '../../support/operation-records.ts';
import { allItems } from '../../support/raw-items.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('PROCESS');

/** 21 and 25 hold nothing, 22 what is wanted, 23 a rival of it, 24 ten others. */
const PROJECTS = [21, 22, 23, 24, 25];
const REQUEST = { mode: 'SET', profile: { id: 1 }, projectIds: PROJECTS } as const;

async function newWorld(): Promise<World> {
  const table = await newTable();
  const w = world(testEnvironment(table));
  await w.group(1, null);
  await flatGroup(table, [1], PROJECTS);
  const [wanted = 0, rival = 0] = await customProfiles(table, 1, 2);
  await letHold(table, 1, [22], [wanted]);
  await letHold(table, 1, [23], [rival]);
  await letHold(table, 1, [24], await customProfiles(table, 1, 10, { scanType: 'SECRET_DETECTION' }));
  return w;
}

it('what is done with its acceptance is what it would be if all of it came after the acceptance', async () => {
  const [short, long] = [await newWorld(), await newWorld()];
  const refused = injectFaults(long.env.table, (command) => {
    if (command !== 'TransactWriteItemsCommand') return undefined;
    refused.stop();
    return { before: refuse };
  });
  const answers = await Promise.all([short, long].map(async (w) => w.request(REQUEST)));
  expect(answers[0]).toEqual(answers[1]);
  const [one, other] = await Promise.all([short, long].map(async (w) => allItems(w.env.table)));
  expect(one).toEqual(other);
  expect(short.env.attachQueue.messages).toEqual(long.env.attachQueue.messages);
});

function refuse(): never {
  const CancellationReasons = Array.from({ length: 100 }, () => ({ Code: 'ConditionalCheckFailed' }));
  const name = 'TransactionCanceledException';
  throw Object.assign(new Error('refused'), { name, CancellationReasons });
}

const crash = (): never => {
  throw new Crash('the function dies here');
};

it.each<[string, Fault]>([
  ['before a call takes effect', { before: crash }],
  ['after a call took effect', { after: crash }],
])(
  'what is done with its acceptance is there once, and as a whole, for who asks again under a key after a function died %s',
  async (_name, fault) => {
    let died = 0;
    for (let fatal = 1; ; fatal += 1) {
      const w = await newWorld();
      const faults = injectFaults(w.env.table, (_command, call) => (call === fatal ? fault : undefined));
      const request = { ...REQUEST, idempotencyKey: 'once' };
      const survived = await w.request(request).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Crash) return false;
          throw error;
        },
      );
      faults.stop();
      if (survived) break;
      died += 1;
      const { id, totals } = await w.accepted(request);
      expect(totals).toEqual({ applied: 3, unchanged: 1, skipped: 0, failed: 1 });
      expect(
        (await listLog(w.env.table, 1, { limit: 10 })).entries.map(({ operationId }) => operationId),
      ).toEqual([id]);
      await expectTruth(w.env.table, id, PROJECTS);
      expect(await heldByAll(w.env.table, [21, 22, 23])).toEqual([[1], [1], [1]]);
      await w.drain();
      w.env.clock.advance(241_000);
      await w.janitor();
      await w.drain();
      await expectAnnounced(w.env, id);
    }
    expect(died).toBeGreaterThan(5);
  },
);
