import { deepEqual, equal } from 'node:assert/strict';
import { groupRef, projectRef } from '../../../shared/domain/node.ts';
import { listEdges } from '../../../shared/storage/edges.ts';
import { moveGroup, moveProject } from './moves.ts';
import { type Scenario, scenario, type Stage } from './stage.ts';

/** A move of project 11 in the source of the tree, `seconds` after now. */
function move(
  stage: Stage,
  seconds: number,
  from: number,
  to: number,
): { readonly again: () => Promise<void> } {
  const at = stage.env.clock.now() + seconds * 1_000;
  const detail = { project_id: 11, old_namespace_id: from, new_namespace_id: to };
  return {
    again: async () =>
      stage.told({ id: `${seconds} ${from} ${to}`, type: 'ProjectTransferredEvent', detail, at }),
  };
}

function created(stage: Stage, id: number, seconds: number): Promise<void> {
  return stage.told({
    id: `created ${id}`,
    type: 'ProjectCreatedEvent',
    detail: { project_id: id, namespace_id: 2, path: `project-${id}` },
    at: stage.env.clock.now() + seconds * 1_000,
  });
}

function deleted(stage: Stage, id: number, seconds: number): Promise<void> {
  return stage.told({
    id: `deleted ${id} ${seconds}`,
    type: 'ProjectDeletedEvent',
    detail: { project_id: id },
    at: stage.env.clock.now() + seconds * 1_000,
  });
}

/** What moves the tree: events in any order, of nodes that may not be known. */
export const TREE: readonly Scenario[] = [
  scenario(['forward-in-time'], 'a move that comes late does not move a project back', async (stage) => {
    await move(stage, 2, 3, 9).again();
    await move(stage, 1, 2, 3).again();
    deepEqual(await stage.above(projectRef(11)), [9]);
  }),
  scenario(['present-old-place'], 'two moves of one second end where the last one led', async (stage) => {
    await move(stage, 1, 3, 9).again();
    await move(stage, 1, 2, 3).again();
    deepEqual(await stage.above(projectRef(11)), [9]);
  }),
  scenario(['told-twice'], 'a move there and back in one second is not begun again', async (stage) => {
    const there = move(stage, 1, 2, 9);
    await there.again();
    await move(stage, 1, 9, 2).again();
    await there.again();
    deepEqual(await stage.above(projectRef(11)), [2, 1]);
  }),
  scenario(
    ['created-once'],
    'nor does a creation that comes twice undo a move of its second',
    async (stage) => {
      await created(stage, 14, 1);
      const detail = { project_id: 14, new_namespace_id: 9 };
      const at = stage.env.clock.now() + 1_000;
      await stage.told({ id: 'moved', type: 'ProjectTransferredEvent', detail, at });
      await created(stage, 14, 1);
      deepEqual(await stage.above(projectRef(14)), [9]);
    },
  ),
  scenario(['confirmed-place'], 'an older event gives way to one that changed nothing', async (stage) => {
    await move(stage, 2, 3, 2).again();
    await move(stage, 1, 2, 3).again();
    deepEqual(await stage.above(projectRef(11)), [2, 1]);
  }),
  scenario(['late-deletion'], 'a deletion gives way to a move that is later', async (stage) => {
    await move(stage, 2, 2, 3).again();
    await deleted(stage, 11, 1);
    deepEqual(await stage.above(projectRef(11)), [3, 1]);
  }),
  scenario(['late-membership'], 'who was removed stays so when the addition comes late', async (stage) => {
    const at = stage.env.clock.now();
    const detail = { user_id: 'guest', group_id: 1, access_level: 40 };
    await stage.told({ id: 'out', type: 'MemberRemovedEvent', detail, at: at + 2_000 });
    await stage.told({ id: 'in', type: 'MemberAddedEvent', detail, at: at + 1_000 });
    equal(await stage.sees('guest', groupRef(1)), false);
  }),
  scenario(['unchanged-node'], 'a deletion that crosses a rename leaves no child behind', async (stage) => {
    await stage.during(
      () => deleted(stage, 12, 5),
      { command: 'transaction' },
      () =>
        stage.told({
          id: 'renamed',
          type: 'ProjectRenamedEvent',
          detail: { project_id: 12, path: 'renamed' },
          at: stage.env.clock.now() + 4_000,
        }),
    );
    const { edges } = await listEdges(stage.env.table, { groupId: 2 });
    deepEqual(
      edges.map(({ child }) => child.id),
      [11],
    );
  }),
  scenario(
    ['tombstone-as-it-is'],
    'a creation that crosses a later deletion brings nothing back',
    async (stage) => {
      await deleted(stage, 14, 1);
      await stage.during(
        () => created(stage, 14, 2),
        { command: 'transaction' },
        () => deleted(stage, 14, 3),
      );
      equal(await stage.above(projectRef(14)), undefined);
    },
  ),
  scenario(
    ['parked', 'unparked'],
    'a move that comes before the creation takes effect after it',
    async (stage) => {
      const detail = { project_id: 14, old_namespace_id: 2, new_namespace_id: 9 };
      const at = stage.env.clock.now() + 2_000;
      await stage.told({ id: 'moved', type: 'ProjectTransferredEvent', detail, at });
      await created(stage, 14, 1);
      deepEqual(await stage.above(projectRef(14)), [9]);
    },
  ),
  scenario(
    ['parked-a-moment-late'],
    'so does one that is put aside while the creation comes',
    async (stage) => {
      const detail = { project_id: 14, old_namespace_id: 2, new_namespace_id: 9 };
      const at = stage.env.clock.now() + 2_000;
      await stage.during(
        () => stage.told({ id: 'moved', type: 'ProjectTransferredEvent', detail, at }),
        { command: 'transaction' },
        () => created(stage, 14, 1),
      );
      deepEqual(await stage.above(projectRef(14)), [9]);
    },
  ),
  scenario(
    ['late-parent'],
    'what came below a group before the group is cleaned up when that arrives',
    async (stage) => {
      await stage.accepted({ projectIds: [11] });
      await moveProject(stage, 11, 2, 77);
      await stage.drain();
      await stage.group(77, 9);
      await stage.event('GroupRenamedEvent', { group_id: 77, name: 'Late' });
      stage.later(241_000);
      await stage.janitor();
      await stage.drain();
      deepEqual(await stage.held(11), []);
    },
  ),
  scenario(['tombstone'], 'a project that was deleted stays so when an older event comes', async (stage) => {
    await deleted(stage, 11, 2);
    await created(stage, 11, 1);
    equal(await stage.above(projectRef(11)), undefined);
  }),
  scenario(
    ['tombstone-of-the-unknown'],
    'a project whose deletion comes before its creation is never there',
    async (stage) => {
      await deleted(stage, 14, 2);
      await created(stage, 14, 1);
      equal(await stage.above(projectRef(14)), undefined);
    },
  ),
  scenario(['cycle'], 'what hangs below groups in a circle has no root', async (stage) => {
    await stage.member('reader', 2, 'owner');
    await moveGroup(stage, 2, 3, 1);
    await moveGroup(stage, 3, 2, 1);
    equal(await stage.sees('reader', projectRef(11)), false);
  }),
  scenario(['too-deep'], 'what hangs below more than twenty groups has no root', async (stage) => {
    for (let id = 101; id <= 119; id += 1) await stage.group(id, id === 101 ? 2 : id - 1);
    await stage.project(14, 118);
    await stage.project(15, 119);
    equal(await stage.sees('owner', projectRef(14)), true);
    equal(await stage.sees('owner', projectRef(15)), false);
  }),
  scenario(['walk-into-a-circle'], 'an operation whose target runs in a circle ends', async (stage) => {
    const { id } = await stage.accepted({ groupIds: [2] });
    await moveGroup(stage, 2, 3, 1);
    await moveGroup(stage, 3, 2, 1);
    for (let delivered = 0; delivered < 60; delivered += 1) await stage.deliver();
    equal((await stage.operation(id)).status, 'SUCCEEDED');
  }),
];
