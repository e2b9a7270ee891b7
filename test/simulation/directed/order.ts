import { deepEqual, equal, notEqual } from 'node:assert/strict';
import { placeNode } from '../../../shared/tree/place-node.ts';
import { projectRef } from '../../../shared/domain/node.ts';
import { moveGroup, moveProject, newestOf } from './moves.ts';
import { type Scenario, scenario, type Stage } from './stage.ts';

/** Two profiles of one scan type, and others of another. */
async function rivals(
  stage: Stage,
): Promise<{ readonly one: { id: number }; readonly other: { id: number } }> {
  const [one = 0, other = 0] = await stage.profiles(1, 2);
  return { one: { id: one }, other: { id: other } };
}

/** A further profile on project 11, so that its state is written once more. */
async function writeOnceMore(stage: Stage): Promise<number> {
  const [id = 0] = await stage.profiles(1, 1, 'CONTAINER_SCANNING');
  await stage.accepted({ projectIds: [11], profile: { id } });
  return id;
}

/** Never more than ten, each target once, and what was accepted last wins. */
export const ORDER: readonly Scenario[] = [
  scenario(['limit-of-ten'], 'a project that holds ten gets no further one', async (stage) => {
    await stage.holding(1, 11, await stage.profiles(1, 10));
    await stage.accepted({ projectIds: [11] });
    equal((await stage.held(11)).length, 10);
  }),
  scenario(['limit-of-an-undo'], 'nor does it by an undo', async (stage) => {
    const ids = await stage.profiles(1, 10);
    const [first = 0] = ids;
    await stage.holding(1, 11, ids);
    const { id } = await stage.accepted({ kind: 'DETACH', projectIds: [11], profile: { id: first } });
    await stage.accepted({ projectIds: [11] });
    await stage.ended(await stage.undo(id));
    equal((await stage.held(11)).length, 10);
  }),
  scenario(['limit-of-an-adoption'], 'nor does it by an adoption', async (stage) => {
    await stage.holding(9, 91, await stage.profiles(9, 1));
    await moveGroup(stage, 9, 1, 1);
    const rehome = await newestOf(stage, 9);
    await stage.drain();
    for (const id of await stage.profiles(1, 10)) await stage.accepted({ projectIds: [91], profile: { id } });
    await stage.ended(await stage.adopt(rehome));
    equal((await stage.held(91)).length, 10);
  }),
  scenario(
    ['targets-once'],
    'a group that is named twice is visited once, and so is a project',
    async (stage) => {
      for (const id of [14, 15, 16]) await stage.project(id, 2);
      const { id } = await stage.accepted({ groupIds: [2, 2], projectIds: [13, 13] });
      await stage.drain();
      const { projectIds, groupIds, totals, repeats } = await stage.operation(id);
      deepEqual([projectIds, groupIds, totals.applied, repeats], [[13], [2], 6, 0]);
    },
  ),
  scenario(['distinct-totals'], 'a project that the walk meets twice counts once', async (stage) => {
    for (const id of [14, 15, 16]) await stage.project(id, 2);
    const { id } = await stage.accepted({ groupIds: [2] });
    await stage.deliver();
    await placeNode(stage.env, { ref: projectRef(11), at: stage.env.clock.now(), slug: 'zzz' });
    await stage.drain();
    equal((await stage.operation(id)).totals.applied, 5);
  }),
  scenario(
    ['late-attach', 'decided-number'],
    'an attach that comes after a later detach is too late',
    async (stage) => {
      await stage.accepted({ projectIds: [11] });
      stage.env.attachQueue.messages.splice(0);
      await stage.accepted({ groupIds: [2] });
      await stage.accepted({ kind: 'DETACH', projectIds: [11] });
      await stage.drain();
      deepEqual(await stage.held(11), []);
    },
  ),
  scenario(
    ['late-detach', 'number-of-a-needless-attach'],
    'a detach that comes after a later attach is too late, though the attach had nothing to do',
    async (stage) => {
      await stage.accepted({ projectIds: [11] });
      await stage.accepted({ kind: 'DETACH', groupIds: [2] });
      await stage.accepted({ projectIds: [11] });
      await stage.drain();
      deepEqual(await stage.visible(11), ['SECRET_DETECTION']);
    },
  ),
  scenario(['late-rival'], 'a SET that comes late leaves what a later APPEND put there', async (stage) => {
    const { one, other } = await rivals(stage);
    await stage.accepted({ mode: 'SET', groupIds: [2], profile: one });
    await stage.accepted({ projectIds: [11], profile: other });
    await stage.drain();
    deepEqual(await stage.held(11), [one.id, other.id]);
  }),
  scenario(
    ['late-append', 'number-of-the-type'],
    'an APPEND that comes after a later SET of its type is too late',
    async (stage) => {
      const { one, other } = await rivals(stage);
      await stage.accepted({ groupIds: [2], profile: other });
      await stage.accepted({ mode: 'SET', projectIds: [11], profile: one });
      await stage.drain();
      deepEqual(await stage.held(11), [one.id]);
    },
  ),
  scenario(
    ['number-of-a-needless-detach', 'settled-beside-others'],
    'an attach that comes after a later detach is too late, though the detach had nothing to do',
    async (stage) => {
      await stage.accepted({ groupIds: [2] });
      await stage.accepted({ kind: 'DETACH', projectIds: [11] });
      await stage.drain();
      deepEqual(await stage.held(11), []);
    },
  ),
  scenario(
    ['newest-only'],
    'who asks once more for what was taken back since is the last one',
    async (stage) => {
      const attach = { groupIds: [2] };
      const { id } = await stage.accepted(attach);
      await stage.accepted({ kind: 'DETACH', projectIds: [11] });
      notEqual((await stage.accepted(attach)).id, id);
      await stage.drain();
      deepEqual(await stage.visible(11), ['SECRET_DETECTION']);
    },
  ),
  scenario(
    ['numbers-survive-a-move'],
    'an attach that comes after a later detach is too late, though the project was away meanwhile',
    async (stage) => {
      const { one } = await rivals(stage);
      await stage.accepted({ groupIds: [2], profile: one });
      const waiting = stage.env.attachQueue.messages.splice(0);
      await stage.accepted({ kind: 'DETACH', projectIds: [11], profile: one });
      await moveProject(stage, 11, 2, 9);
      await stage.drain();
      await moveProject(stage, 11, 9, 2);
      stage.env.attachQueue.messages.push(...waiting);
      await stage.drain();
      deepEqual(await stage.held(11), []);
    },
  ),
  scenario(
    ['contested-by-undo', 'late-undo'],
    'an undo that comes late leaves what was asked for once more after it',
    async (stage) => {
      const { id } = await stage.accepted({ projectIds: [11] });
      await stage.drain();
      await stage.undo(id);
      await stage.accepted({ projectIds: [11] });
      await stage.drain();
      deepEqual(await stage.visible(11), ['SECRET_DETECTION']);
    },
  ),
  scenario(
    ['pruning-rule'],
    'a decision is remembered while an operation that it overrules is on its way',
    async (stage) => {
      await stage.accepted({ groupIds: [2] });
      await stage.accepted({ kind: 'DETACH', projectIds: [11] });
      const further = await writeOnceMore(stage);
      await stage.drain();
      deepEqual(await stage.held(11), [further]);
    },
  ),
  scenario(['kept-an-hour'], 'a worker that was paused past the end comes too late', async (stage) => {
    await stage.accepted({ groupIds: [2] });
    const walk = [...stage.env.attachQueue.messages];
    let further = 0;
    await stage.during(
      () => stage.deliver(),
      { command: 'batchGet', nth: 2 },
      async () => {
        stage.env.attachQueue.messages.push(...walk);
        await stage.drain();
        await stage.accepted({ kind: 'DETACH', projectIds: [11] });
        await stage.drain();
        further = await writeOnceMore(stage);
        await stage.drain();
      },
    );
    deepEqual(await stage.held(11), [further]);
  }),
];
