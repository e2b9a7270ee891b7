import { deepEqual } from 'node:assert/strict';
import { projectRef } from '../../../shared/domain/node.ts';
import { moveGroup, moveProject, newestOf } from './moves.ts';
import { type Scenario, scenario } from './stage.ts';

/** Where projects are, and what they hold and show there. */
export const PLACES: readonly Scenario[] = [
  scenario(['state-version'], 'two attaches at once are both there', async (stage) => {
    const [first = 0, second = 0] = await stage.profiles(1, 2);
    await stage.during(
      () => stage.accepted({ projectIds: [11, 12], profile: { id: first } }),
      { command: 'states' },
      () => stage.accepted({ projectIds: [11], profile: { id: second } }),
    );
    deepEqual(await stage.held(11), [first, second]);
  }),
  scenario(
    ['wipe-with-root'],
    'a project that was cleaned up after a move holds nothing of its old root',
    async (stage) => {
      await stage.accepted({ projectIds: [11] });
      await moveProject(stage, 11, 2, 9);
      await stage.drain();
      deepEqual(await stage.held(11), []);
    },
  ),
  scenario(
    ['rehome-of-nothing'],
    'an attach that was decided before its group moved does not land after the clean-up',
    async (stage) => {
      await stage.accepted({ groupIds: [2] });
      await stage.during(
        () => stage.deliver(),
        { command: 'states' },
        async () => {
          await moveGroup(stage, 2, 9, 9);
          await stage.drain();
        },
      );
      await stage.drain();
      deepEqual(await stage.held(11), []);
    },
  ),
  scenario(
    ['return-is-written'],
    'a group that came back keeps what was decided since, whoever met its projects elsewhere',
    async (stage) => {
      const [own = 0] = await stage.profiles(1, 1);
      const [foreign = 0] = await stage.profiles(9, 1);
      await stage.holding(1, 11, [own]);
      await moveGroup(stage, 2, 9, 9);
      await stage.during(
        () => stage.request({ profile: { id: foreign }, projectIds: [11, 12] }),
        { command: 'states' },
        async () => {
          await moveGroup(stage, 2, 1, 1);
          await stage.accepted({ profile: { id: own }, projectIds: [11] });
        },
      );
      await stage.drain();
      deepEqual(await stage.held(11), [own]);
    },
  ),
  scenario(
    ['made-again'],
    'a project that was deleted and made again is not written to by who had read it before',
    async (stage) => {
      const [early = 0] = await stage.profiles(1, 1);
      await stage.during(
        () => stage.request({ profile: { id: early }, projectIds: [11, 12] }),
        { command: 'states' },
        async () => {
          stage.later();
          await stage.event('ProjectDeletedEvent', { project_id: 11 });
          stage.later();
          await stage.event('ProjectCreatedEvent', { project_id: 11, namespace_id: 9, path: 'again' });
        },
      );
      deepEqual(await stage.held(11), []);
    },
  ),
  scenario(
    ['root-of-the-operation'],
    'a project that left while it was waiting gets no profile of the root that it left',
    async (stage) => {
      await stage.accepted({ projectIds: [11] });
      const { id } = await stage.accepted({ groupIds: [2], profile: { template: 'sast' } });
      await stage.during(
        () => stage.drain(),
        // The two messages of the first operation come before, and the reading of the page.
        { command: 'batchGet', nth: 4 },
        () => moveProject(stage, 11, 2, 9),
      );
      deepEqual((await stage.records(id)).get(11)?.made, []);
    },
  ),
  scenario(
    ['visible-by-place'],
    'a project whose group moved shows nothing of the old root before it is cleaned up',
    async (stage) => {
      await stage.accepted({ projectIds: [11] });
      await moveGroup(stage, 2, 9, 9);
      deepEqual(await stage.visible(11), []);
    },
  ),
  scenario(
    ['rehome-before-attach'],
    'what an attach under the new root takes away stands in the record of the re-home',
    async (stage) => {
      const [old = 0] = await stage.profiles(1, 1);
      const [next = 0] = await stage.profiles(9, 1);
      await stage.accepted({ projectIds: [11], profile: { id: old } });
      await stage.drain();
      await moveGroup(stage, 2, 9, 9);
      const rehome = await newestOf(stage, 1);
      await stage.accepted({ projectIds: [11], profile: { id: next } });
      await stage.drain();
      deepEqual((await stage.records(rehome)).get(11)?.removed, [old]);
    },
  ),
  scenario(
    ['rehome-after-leaving', 'hand-over-of-what-left'],
    'a project that leaves its group before the re-home comes by is re-homed and recorded all the same',
    async (stage) => {
      const [profile = 0] = await stage.profiles(9, 1);
      await stage.holding(9, 91, [profile]);
      await moveGroup(stage, 9, 1, 1);
      const rehome = await newestOf(stage, 9);
      await moveProject(stage, 91, 9, 3);
      await stage.drain();
      deepEqual(await stage.held(91), []);
      deepEqual((await stage.records(rehome)).get(91)?.removed, [profile]);
    },
  ),
  scenario(
    ['came-along'],
    'what is re-homed in passing is so in the name of its own move, not of one that its group had made before',
    async (stage) => {
      const [profile = 0] = await stage.profiles(1, 1);
      await stage.holding(1, 13, [profile]);
      await moveProject(stage, 13, 3, 9);
      const rehome = await newestOf(stage, 1);
      const waiting = stage.env.attachQueue.messages.splice(0);
      await moveGroup(stage, 2, 9, 9);
      await stage.drain();
      await moveProject(stage, 13, 9, 2);
      stage.env.attachQueue.messages.splice(0);
      const [other = 0] = await stage.profiles(9, 1);
      await stage.accepted({ profile: { id: other }, projectIds: [13] });
      stage.env.attachQueue.messages.push(...waiting);
      await stage.drain();
      deepEqual((await stage.records(rehome)).get(13)?.removed, [profile]);
    },
  ),
  scenario(
    ['earlier-clean-ups'],
    'so is one that was re-homed in passing, and has left for a third root',
    async (stage) => {
      await stage.group(8, null);
      const [profile = 0] = await stage.profiles(9, 1);
      await stage.holding(9, 91, [profile]);
      await moveGroup(stage, 9, 1, 1);
      const rehome = await newestOf(stage, 9);
      const waiting = stage.env.attachQueue.messages.splice(0);
      await stage.accepted({ projectIds: [91] });
      await moveProject(stage, 91, 9, 8);
      stage.env.attachQueue.messages.push(...waiting);
      await stage.drain();
      deepEqual((await stage.records(rehome)).get(91)?.removed, [profile]);
    },
  ),
  scenario(
    ['root-version', 'placement-counter'],
    'a worker that sees a place older than the state does not go by it',
    async (stage) => {
      const [profile = 0] = await stage.profiles(9, 1);
      await stage.accepted({ groupIds: [2] });
      const old = stage.store.snapshot();
      await moveGroup(stage, 2, 9, 9);
      const attach = stage.env.attachQueue.messages.shift();
      await stage.drain();
      await stage.accepted({ projectIds: [11], profile: { id: profile } });
      stage.env.attachQueue.messages.splice(0);
      if (attach) stage.env.attachQueue.messages.push(attach);
      let present = stage.store.snapshot();
      await stage.during(
        () =>
          stage.during(
            () => stage.deliver(),
            { command: 'snapshot' },
            async () => {
              present = stage.store.snapshot();
              stage.store.restore(old);
              await Promise.resolve();
            },
          ),
        { command: 'snapshot', when: 'after' },
        async () => {
          stage.store.restore(present);
          await Promise.resolve();
        },
      );
      deepEqual(await stage.held(11), [profile]);
    },
  ),
  scenario(['snapshot'], 'a walk does not put together what was never so', async (stage) => {
    await stage.group(4, 2);
    await stage.project(14, 4);
    // Between two reads of the way up the inner group leaves, and then the outer one becomes a root.
    const move = async (): Promise<void> => {
      await moveGroup(stage, 4, 9, 9);
      await moveGroup(stage, 2, null, 2);
    };
    let above: readonly number[] | undefined;
    await stage.during(
      async () => {
        above = await stage.above(projectRef(14));
      },
      // The project, its members, the inner group and its members come before; or all of it comes at once.
      { command: ['get', 'snapshot'], nth: { get: 5, snapshot: 1 } },
      move,
    );
    deepEqual(above, [4, 9]);
  }),
  scenario(
    ['pointer-not-hint'],
    'a project below a group that moved is found under its new root',
    async (stage) => {
      await moveGroup(stage, 2, 9, 9);
      deepEqual(await stage.above(projectRef(11)), [2, 9]);
    },
  ),
];
