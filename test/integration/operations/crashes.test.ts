import { describe, expect, it } from 'vitest';
import { runMessage } from '../../../functions/attach-worker/run-message.ts';
import { GROUPS_PAGE } from '../../../shared/storage/pages.ts';
import { expectAnnounced } from '../../support/announcements.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { Crash, injectFaults } from '../../support/faults.ts';
import { flatGroup, letHold, subgroups } from '../../support/flat-group.ts';
import { type Mortal, mortal } from '../../support/mortal.ts';
import { expectTruth, heldByAll, recordsOf } from '../../support/operation-records.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('PROCESS');

/** 21 holds nothing, 22 what is wanted, 23 a rival of it; 21 is named, the others are in group 2. */
const PROJECTS = [21, 22, 23];
const REQUEST = { mode: 'SET', profile: { id: 1 }, projectIds: [21], groupIds: [2] } as const;

async function newWorld(): Promise<{ readonly w: World; readonly life: Mortal }> {
  const table = await newTable();
  const life = mortal(testEnvironment(table));
  const w = world(life.env);
  await w.group(1, null);
  await subgroups(w.env.table, [1], [2]);
  await flatGroup(table, [2, 1], PROJECTS);
  const [wanted = 0, rival = 0] = await customProfiles(table, 1, 2);
  await letHold(table, 1, [22], [wanted]);
  await letHold(table, 1, [23], [rival]);
  return { w, life };
}

/** What happens once the messages of the dead have come again: who has not died looks after what is left. */
async function lookAfter(w: World): Promise<void> {
  w.env.clock.advance(241_000);
  await w.janitor();
  await w.drain();
}

/** All that can be told of an operation at its end. */
async function end(w: World, id: string): Promise<unknown> {
  const { status, totals, pagesKnown, pagesDone } = await w.operation(id);
  const { table } = w.env;
  const records = [...(await recordsOf(table, id))].toSorted(([one], [other]) => one - other);
  return { status, totals, pagesKnown, pagesDone, records, held: await heldByAll(table, PROJECTS) };
}

/** Accepts an operation, after others that it goes by. */
type Prepare = (w: World) => Promise<string>;

const attach: Prepare = async (w) => (await w.accepted(REQUEST)).id;

const preview: Prepare = async (w) => (await w.accepted({ ...REQUEST, dryRun: true })).id;

const apply: Prepare = async (w) => {
  const id = await preview(w);
  await w.drain();
  const answer = await w.apply(id);
  return answer.result === 'ACCEPTED' ? answer.operation.id : '';
};

const undo: Prepare = async (w) => {
  const id = await attach(w);
  await w.drain();
  const answer = await w.undo(id);
  return answer.result === 'ACCEPTED' ? answer.operation.id : '';
};

const cancelled: Prepare = async (w) => {
  const id = await attach(w);
  await w.cancel(id);
  return id;
};

describe.each([
  ['a preview', preview],
  ['what is applied from a preview', apply],
  ['an undo', undo],
  ['an operation that was cancelled', cancelled],
])('the worker of %s', (_, prepare) => {
  it('may die after any of its effects: results, projects and events are the same', async () => {
    const undisturbed = await newWorld();
    const id = await prepare(undisturbed.w);
    await undisturbed.w.drain();
    const expected = await end(undisturbed.w, id);
    let deaths = 0;
    for (let fatal = 1; ; fatal += 1) {
      const { w, life } = await newWorld();
      expect(await prepare(w)).toBe(id);
      if (!(await life.drain(fatal))) break;
      deaths += 1;
      await lookAfter(w);
      expect(await end(w, id), `died after effect ${fatal}`).toEqual(expected);
      await expectTruth(w.env.table, id, PROJECTS);
      await expectAnnounced(w.env, id);
    }
    expect(deaths).toBeGreaterThan(5);
  });
});

describe('an operation that is cancelled when its worker has died', () => {
  it('after any of its effects records what it had done, and can be undone', async () => {
    for (let fatal = 1; ; fatal += 1) {
      const { w, life } = await newWorld();
      const held = await heldByAll(w.env.table, PROJECTS);
      const id = await attach(w);
      // The named project is done already; of the group the message comes again only when it is cancelled.
      const died = await life.drain(fatal);
      if (!died) break;
      await w.cancel(id);
      await w.drain();
      await lookAfter(w);
      await expectTruth(w.env.table, id, PROJECTS);
      await expectAnnounced(w.env, id);
      await w.ended(await w.undo(id));
      expect(await heldByAll(w.env.table, PROJECTS), `died after effect ${fatal}`).toEqual(held);
    }
  });
});

describe('a worker that is done while the janitor looks at its page, and dies before it has said so', () => {
  // It looks at two: the group's, and the one that stands for the end.
  it.each([1, 2])('leaves it to be announced (page %i)', async (looked) => {
    const { w } = await newWorld();
    const { id } = await w.accepted({ profile: { id: 1 }, groupIds: [2] });
    w.env.attachQueue.messages.length = 0;
    w.env.clock.advance(241_000);
    const publish = async (): Promise<void> => Promise.reject(new Crash('the function dies here'));
    const dying = { ...w.env, events: { publish } };
    const message = { version: 2, operationId: id, pageId: GROUPS_PAGE, requestId: 'again' } as const;
    let reads = 0;
    const faults = injectFaults(w.env.table, (command) => {
      if (command === 'GetItemCommand') reads += 1;
      if (reads < looked) return undefined;
      faults.stop();
      return {
        before: async () =>
          expect(runMessage(dying, message, w.env.clock.now() + 20_000)).rejects.toThrow(Crash),
      };
    });
    await w.janitor();
    expect((await w.operation(id)).status).toBe('SUCCEEDED');
    await lookAfter(w);
    await expectAnnounced(w.env, id);
  });
});
