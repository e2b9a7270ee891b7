import { deepEqual, equal } from 'node:assert/strict';
import { projectRef } from '../../../shared/domain/node.ts';
import { listRegistrations } from '../../../shared/storage/registrations.ts';
import { followPlacing } from '../../../shared/tree/apply-event.ts';
import { placeNode } from '../../../shared/tree/place-node.ts';
import { moveGroup, moveProject } from './moves.ts';
import { type Scenario, scenario, type Stage } from './stage.ts';

/** Project 12 goes from group 2 to group 3, by an event that may come again. */
async function moved(stage: Stage): Promise<void> {
  const detail = { project_id: 12, old_namespace_id: 2, new_namespace_id: 3 };
  await stage.told({ id: 'the-move', type: 'ProjectTransferredEvent', detail });
}

/** The same, by a worker that is paused before it tells the operations: answers how it goes on. */
async function movedInSilence(stage: Stage): Promise<() => Promise<void>> {
  const placed = await placeNode(stage.env, { ref: projectRef(12), parentId: 3, at: stage.env.clock.now() });
  if (placed.result !== 'PLACED') throw new Error('it was not moved');
  return async () => followPlacing(stage.env, placed.node);
}

/** A node that moves while operations run. */
export const HAND_OVERS: readonly Scenario[] = [
  scenario(['hand-over'], 'a project that moves behind the walk gets its decision', async (stage) => {
    await stage.accepted({ groupIds: [3] });
    await stage.during(
      () => stage.deliver(),
      { command: 'transaction', when: 'after' },
      () => moved(stage),
    );
    await stage.drain();
    deepEqual(await stage.visible(12), ['SECRET_DETECTION']);
  }),
  scenario(
    ['handed-to-the-old-root'],
    'a project of a group that has left its root is told of by what was asked for before',
    async (stage) => {
      await stage.group(20, 2);
      await moveProject(stage, 12, 2, 20);
      const { id } = await stage.accepted({ groupIds: [2] });
      await moveGroup(stage, 2, 9, 9);
      await stage.during(
        () => stage.deliver(),
        { command: 'query', nth: 2 },
        () => moveProject(stage, 12, 20, 2),
      );
      await stage.drain();
      equal((await stage.records(id)).has(12), true);
    },
  ),
  scenario(
    ['handed-to-all-old-roots'],
    'also where the group has left a second root since',
    async (stage) => {
      await stage.group(8, null);
      await stage.group(20, 2);
      await moveProject(stage, 12, 2, 20);
      const { id } = await stage.accepted({ groupIds: [2] });
      await moveGroup(stage, 2, 9, 9);
      await moveGroup(stage, 2, 8, 8);
      // The walk of the operation, and the one that the first move brought, are both past the place that it comes to.
      const { messages } = stage.env.attachQueue;
      messages.sort((one, other) => Number(other.body.includes(id)) - Number(one.body.includes(id)));
      const past = { command: 'query', nth: 2 } as const;
      await stage.during(
        () => stage.deliver(),
        past,
        async () =>
          stage.during(
            () => stage.deliver(),
            past,
            () => moveProject(stage, 12, 20, 2),
          ),
      );
      await stage.drain();
      equal((await stage.records(id)).has(12), true);
    },
  ),
  scenario(
    ['completed-once'],
    'an operation is completed once for a change, however often that is told',
    async (stage) => {
      await stage.accepted({ groupIds: [2] });
      await stage.drain();
      stage.later(90);
      const { env } = stage;
      const detail = { group_id: 3, new_parent_id: 2, new_root_namespace_id: 1 };
      const at = env.clock.now();
      const told = async (): Promise<void> =>
        stage.told({ id: 'the-move', type: 'GroupTransferredEvent', detail, at });
      // The first worker dies before it notes that everybody has been told.
      await stage.dying(told, { command: 'transaction', nth: 3 });
      await stage.drain();
      await told();
      await stage.drain();
      equal((await listRegistrations(env.table, 1, at)).length, 2);
    },
  ),
  scenario(
    ['follow-up'],
    'a project that is told of only after the end is decided by another operation',
    async (stage) => {
      await stage.accepted({ groupIds: [3] });
      await stage.drain();
      stage.later(90);
      await (
        await movedInSilence(stage)
      )();
      await stage.drain();
      deepEqual(await stage.visible(12), ['SECRET_DETECTION']);
    },
  ),
  scenario(
    ['follow-up-once-refused'],
    'a project that is refused by an operation that ends is decided by another',
    async (stage) => {
      await stage.accepted({ groupIds: [3] });
      const walk = [...stage.env.attachQueue.messages];
      let tell: (() => Promise<void>) | undefined;
      await stage.during(
        () => stage.deliver(),
        { command: 'transaction', when: 'after' },
        async () => {
          tell = await movedInSilence(stage);
          await stage.during(
            tell,
            { command: 'transaction' },
            // The same page by another worker, to its end.
            async () => {
              stage.env.attachQueue.messages.push(...walk);
              await stage.drain();
            },
          );
        },
      );
      await stage.drain();
      deepEqual(await stage.visible(12), ['SECRET_DETECTION']);
    },
  ),
  scenario(['missed-nothing'], 'a project that comes after the end is left alone', async (stage) => {
    await stage.accepted({ groupIds: [3] });
    await stage.drain();
    stage.later(110);
    await moved(stage);
    await stage.drain();
    deepEqual(await stage.visible(12), []);
  }),
  scenario(
    ['handed-over-twice'],
    'an event that comes twice keeps no operation from its end',
    async (stage) => {
      const { id } = await stage.accepted({ groupIds: [3] });
      const [walk] = stage.env.attachQueue.messages.splice(0);
      // Who told of it dies before it is noted that everybody has been told.
      await stage.dying(() => moved(stage), { command: 'transaction', nth: 3 });
      await stage.drain();
      await moved(stage);
      if (walk) stage.env.attachQueue.messages.push(walk);
      await stage.drain();
      equal((await stage.operation(id)).status, 'SUCCEEDED');
    },
  ),
  scenario(
    ['hand-over-counted'],
    'an operation waits for the project that was handed to it',
    async (stage) => {
      const { id } = await stage.accepted({ groupIds: [3] });
      await moved(stage);
      await stage.deliver();
      equal((await stage.operation(id)).status, 'RUNNING');
      await stage.drain();
      equal((await stage.operation(id)).status, 'SUCCEEDED');
    },
  ),
  scenario(
    ['hand-over-after-a-crash'],
    'a project whose move was the last thing that a worker did is handed over by the next',
    async (stage) => {
      await stage.accepted({ groupIds: [3] });
      await stage.during(
        () => stage.deliver(),
        { command: 'transaction', when: 'after' },
        async () => {
          await stage.dying(() => moved(stage), { command: 'transaction', when: 'after' });
          await moved(stage);
        },
      );
      await stage.drain();
      deepEqual(await stage.visible(12), ['SECRET_DETECTION']);
    },
  ),
  scenario(['stopped-is-not-completed'], 'what was cancelled is completed by nothing', async (stage) => {
    const { id } = await stage.accepted({ groupIds: [3] });
    await stage.cancel(id);
    await stage.drain();
    await moved(stage);
    await stage.drain();
    deepEqual(await stage.visible(12), []);
  }),
  scenario(
    ['unsettled-since'],
    'a project that is renamed before anybody was told of its move gets its decision',
    async (stage) => {
      await stage.accepted({ groupIds: [3] });
      await stage.during(
        () => stage.deliver(),
        { command: 'transaction', when: 'after' },
        () => movedInSilence(stage),
      );
      await stage.drain();
      stage.later(5_000);
      await stage.event('ProjectRenamedEvent', { project_id: 12, path: 'renamed', old_path: 'project-12' });
      await stage.drain();
      deepEqual(await stage.visible(12), ['SECRET_DETECTION']);
    },
  ),
  scenario(
    ['previews-are-told'],
    'what comes into the target of a preview while it runs is attached when it is applied',
    async (stage) => {
      const { id } = await stage.accepted({ groupIds: [3], dryRun: true });
      await stage.during(
        () => stage.drain(),
        { command: 'transaction', nth: 2 },
        () => moved(stage),
      );
      await stage.ended(await stage.apply(id));
      deepEqual(await stage.visible(12), ['SECRET_DETECTION']);
    },
  ),
  scenario(['seen-last'], 'so is what moves within it', async (stage) => {
    await stage.group(4, 2);
    const { id } = await stage.accepted({ groupIds: [2], dryRun: true });
    await stage.during(
      () => stage.drain(),
      { command: 'transaction', nth: 2 },
      () => moveProject(stage, 12, 2, 4),
    );
    await stage.ended(await stage.apply(id));
    deepEqual(await stage.visible(12), ['SECRET_DETECTION']);
  }),
];
