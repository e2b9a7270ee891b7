import { deepEqual, equal } from 'node:assert/strict';
import { projectRef } from '../../../shared/domain/node.ts';
import { deleteProfile } from '../../../shared/pipeline/profiles/delete-profile.ts';
import { placeNode } from '../../../shared/tree/place-node.ts';
import { moveGroup, newestOf } from './moves.ts';
import { type Scenario, scenario, type Stage } from './stage.ts';

/** Group 2 with five projects: two pages. */
async function fiveInGroup2(stage: Stage): Promise<void> {
  for (const id of [14, 15, 16]) await stage.project(id, 2);
}

/** Delivers the first message and, at that moment of it, the same message to another worker. */
async function twice(
  stage: Stage,
  moment: Parameters<Stage['during']>[1],
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const [message] = stage.env.attachQueue.messages;
  if (!message) throw new Error('nothing was sent');
  await stage.during(
    () => stage.deliver(),
    moment,
    async () => {
      await meanwhile();
      stage.env.attachQueue.messages.unshift(message);
      await stage.deliver();
    },
  );
}

/** Every step of a page can run twice, and after each the worker may die. */
export const PAGES: readonly Scenario[] = [
  scenario(['plan-once'], 'of two runs of a page the second goes by the plan of the first', async (stage) => {
    const { id } = await stage.accepted({ groupIds: [2] });
    await twice(stage, { command: 'transaction' }, async () => {
      await placeNode(stage.env, { ref: projectRef(13), parentId: 2, at: stage.env.clock.now() });
    });
    await stage.drain();
    deepEqual([...(await stage.records(id)).keys()].toSorted(), [11, 12, 13]);
  }),
  scenario(['children-opened-with-the-plan'], 'a group of two pages is done to its end', async (stage) => {
    await fiveInGroup2(stage);
    const { id } = await stage.accepted({ groupIds: [2] });
    await stage.drain();
    equal((await stage.operation(id)).status, 'SUCCEEDED');
  }),
  scenario(
    ['children-known-before-they-are-sent'],
    'a page that is done before the one that sent it does not end the operation',
    async (stage) => {
      await fiveInGroup2(stage);
      const { id } = await stage.accepted({ groupIds: [2] });
      await stage.during(
        () => stage.deliver(),
        { command: 'transaction', nth: 2 },
        async () => {
          await stage.deliver();
          equal((await stage.operation(id)).status, 'RUNNING');
        },
      );
      await stage.drain();
      const { status, totals } = await stage.operation(id);
      deepEqual([status, totals.applied], ['SUCCEEDED', 5]);
    },
  ),
  scenario(['own-effects'], 'a page that runs again reports what it did the first time', async (stage) => {
    const { id } = await stage.accepted({ groupIds: [2] });
    const [message] = stage.env.attachQueue.messages;
    await stage.dying(() => stage.deliver(), { command: 'states', when: 'after' });
    if (message) stage.env.attachQueue.messages.push(message);
    await stage.drain();
    equal((await stage.operation(id)).totals.applied, 2);
  }),
  scenario(
    ['own-effects-in-the-end'],
    'a write whose reply is lost is no failure, though there is no time to try again',
    async (stage) => {
      const { client } = stage.env.table;
      client.middlewareStack.add(
        (next, { commandName }) =>
          async (args) => {
            const answer = await next(args);
            if (commandName !== 'BatchExecuteStatementCommand') return answer;
            const Responses = Array.from({ length: 2 }, () => ({ Error: { Code: 'InternalServerError' } }));
            return { ...answer, output: { $metadata: {}, Responses } };
          },
        { name: 'lostReply', step: 'initialize', priority: 'high' },
      );
      const { totals } = await stage.accepted({ projectIds: [11, 12], deadline: 0 });
      client.middlewareStack.remove('lostReply');
      deepEqual([totals.applied, totals.failed], [2, 0]);
    },
  ),
  scenario(
    ['past-decisions'],
    'what a page did is recorded though others have decided since',
    async (stage) => {
      const [profile = 0] = await stage.profiles(1, 1);
      await stage.holding(1, 11, [profile]);
      const { id } = await stage.accepted({ kind: 'DETACH', groupIds: [2], profile: { id: profile } });
      const [message] = stage.env.attachQueue.messages.splice(0, 1);
      if (!message) throw new Error('nothing was sent');
      stage.env.attachQueue.messages.unshift(message);
      await stage.dying(() => stage.deliver(), { command: 'states', when: 'after' });
      await stage.accepted({ projectIds: [11], profile: { id: profile } });
      await stage.accepted({ kind: 'DETACH', projectIds: [11], profile: { id: profile } });
      stage.env.attachQueue.messages.unshift(message);
      await stage.drain();
      deepEqual((await stage.records(id)).get(11)?.removed, [profile]);
    },
  ),
  scenario(
    ['past-of-the-deleted'],
    'what a page attached is recorded though the profile was deleted meanwhile',
    async (stage) => {
      const [profile = 0] = await stage.profiles(1, 1);
      const { id } = await stage.accepted({ profile: { id: profile }, groupIds: [2] });
      const [message] = stage.env.attachQueue.messages;
      if (!message) throw new Error('nothing was sent');
      await stage.dying(() => stage.deliver(), { command: 'states', when: 'after' });
      await deleteProfile(stage.env, { actor: 'owner', id: { id: profile }, dryRun: false });
      // It takes away in passing what is of no use any more.
      await stage.accepted({ projectIds: [11] });
      stage.env.attachQueue.messages.unshift(message);
      await stage.drain();
      deepEqual((await stage.records(id)).get(11)?.made, [profile]);
    },
  ),
  scenario(
    ['past-of-the-deleted'],
    'what a page attached is recorded though the profile was deleted meanwhile',
    async (stage) => {
      const [profile = 0] = await stage.profiles(1, 1);
      const { id } = await stage.accepted({ profile: { id: profile }, groupIds: [2] });
      const [message] = stage.env.attachQueue.messages;
      if (!message) throw new Error('nothing was sent');
      await stage.dying(() => stage.deliver(), { command: 'states', when: 'after' });
      await deleteProfile(stage.env, { actor: 'owner', id: { id: profile }, dryRun: false });
      // It takes away in passing what is of no use any more.
      await stage.accepted({ projectIds: [11] });
      stage.env.attachQueue.messages.unshift(message);
      await stage.drain();
      deepEqual((await stage.records(id)).get(11)?.made, [profile]);
    },
  ),
  scenario(
    ['of-another-log'],
    'what was taken away in the name of a second move stays written down until that has recorded it',
    async (stage) => {
      await stage.group(8, null);
      const [profile = 0] = await stage.profiles(1, 1);
      const others = await stage.profiles(8, 2);
      await stage.accepted({ profile: { id: profile }, projectIds: [13] });
      await stage.drain();
      stage.later(4_000_000);
      await moveGroup(stage, 3, 9, 9);
      await moveGroup(stage, 9, 8, 8);
      const rehome = await newestOf(stage, 9);
      const waiting = stage.env.attachQueue.messages.splice(0);
      for (const id of others) await stage.accepted({ profile: { id }, projectIds: [13] });
      stage.env.attachQueue.messages.push(...waiting);
      await stage.drain();
      deepEqual((await stage.records(rehome)).get(13)?.removed, [profile]);
    },
  ),
  scenario(['page-done-once'], 'a page that two workers finish counts once', async (stage) => {
    await fiveInGroup2(stage);
    const { id } = await stage.accepted({ groupIds: [2] });
    await stage.during(
      () => stage.deliver(),
      { command: 'states' },
      async () => {
        await twice(stage, { command: 'transaction', nth: 2 });
        equal((await stage.operation(id)).status, 'RUNNING');
      },
    );
    await stage.drain();
    const { status, pagesDone, totals } = await stage.operation(id);
    deepEqual([status, pagesDone, totals.applied], ['SUCCEEDED', 2, 5]);
  }),
  scenario(
    ['late-records'],
    'what the second of two runs did where the first found no room is recorded too',
    async (stage) => {
      const [first = 0, ...others] = await stage.profiles(1, 11);
      const last = others.at(-1) ?? 0;
      await stage.holding(1, 11, [first, ...others.slice(0, -1)]);
      const { id } = await stage.accepted({ profile: { id: last }, groupIds: [2] });
      const [message] = stage.env.attachQueue.messages;
      if (!message) throw new Error('nothing was sent');
      await stage.during(
        () => stage.deliver(),
        { command: 'batchGet', nth: 2 },
        async () => {
          stage.env.attachQueue.messages.unshift(message);
          await stage.deliver();
          await stage.accepted({ kind: 'DETACH', projectIds: [11], profile: { id: first } });
        },
      );
      await stage.drain();
      const records = await stage.records(id);
      deepEqual(
        [await stage.held(11).then((held) => held.includes(last)), records.get(11)?.made],
        [true, [last]],
      );
    },
  ),
  scenario(
    ['same-token'],
    'a transaction that is sent twice for a lost reply went through',
    async (stage) => {
      const [profile = 0] = await stage.profiles(1, 1);
      const { client } = stage.env.table;
      client.middlewareStack.add(
        (next, { commandName }) =>
          async (args) => {
            if (commandName === 'TransactWriteItemsCommand') await next(args);
            return next(args);
          },
        { name: 'resent', step: 'initialize', priority: 'high' },
      );
      const deleted = await deleteProfile(stage.env, { actor: 'owner', id: { id: profile }, dryRun: false });
      client.middlewareStack.remove('resent');
      equal(deleted.result, 'DONE');
    },
  ),
];
