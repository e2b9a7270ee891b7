import { deepEqual, equal } from 'node:assert/strict';
import { projectRef } from '../../../shared/domain/node.ts';
import { type Scenario, scenario, type Stage } from './stage.ts';

/** Project 12 goes from one group to another, by an event that may come again. */
function move(stage: Stage, from: number, to: number): () => Promise<void> {
  const at = stage.env.clock.now();
  const detail = { project_id: 12, old_namespace_id: from, new_namespace_id: to };
  return async () => stage.told({ id: `move ${from} ${to}`, type: 'ProjectTransferredEvent', detail, at });
}

/** What changes once more while somebody still sees to its last change. */
export const CHANGED_AGAIN: readonly Scenario[] = [
  scenario(
    ['settled-as-it-is'],
    'a project that moves again while operations are told of its first move gets its decision',
    async (stage) => {
      await stage.group(4, 1);
      await stage.accepted({ groupIds: [4] });
      const first = move(stage, 2, 3);
      stage.later(10);
      const second = move(stage, 3, 4);
      await stage.during(
        () => stage.deliver(),
        { command: 'transaction', when: 'after' },
        async () => {
          await stage.during(
            first,
            // It is placed, and then settled.
            { command: 'transaction', nth: 2 },
            () => {
              stage.later(10);
              return stage.dying(second, { command: 'transaction', when: 'after' });
            },
          );
          await second();
        },
      );
      await stage.drain();
      deepEqual(await stage.visible(12), ['SECRET_DETECTION']);
    },
  ),
  scenario(
    ['follow-up-of-what-is-there'],
    'a project that has left again gets nothing by an operation that had ended',
    async (stage) => {
      await stage.accepted({ groupIds: [3] });
      const there = move(stage, 2, 3);
      await stage.during(
        () => stage.deliver(),
        { command: 'transaction', when: 'after' },
        () => stage.dying(there, { command: 'transaction', when: 'after' }),
      );
      await stage.drain();
      stage.later(10);
      const back = move(stage, 3, 2);
      await stage.during(there, { command: 'transaction' }, back);
      await stage.drain();
      deepEqual([await stage.above(projectRef(12)), await stage.visible(12)], [[2, 1], []]);
    },
  ),
  scenario(
    ['unparked-once-done'],
    'a move that comes before a deletion and a new creation takes effect after them',
    async (stage) => {
      const now = stage.env.clock.now();
      const detail = { project_id: 14 };
      const moved = { ...detail, old_namespace_id: 2, new_namespace_id: 9 };
      await stage.told({ id: 'moved', type: 'ProjectTransferredEvent', detail: moved, at: now + 3_000 });
      await stage.told({ id: 'deleted', type: 'ProjectDeletedEvent', detail, at: now + 1_000 });
      const created = { ...detail, namespace_id: 2, path: 'again' };
      await stage.told({ id: 'created', type: 'ProjectCreatedEvent', detail: created, at: now + 2_000 });
      deepEqual(await stage.above(projectRef(14)), [9]);
    },
  ),
  scenario(
    ['claim-of-what-is-open'],
    'a page that is done while the janitor is about to send it leaves nothing behind',
    async (stage) => {
      await stage.accepted({ groupIds: [2] });
      stage.later(241_000);
      await stage.during(
        () => stage.janitor(),
        { command: 'transaction' },
        () => stage.drain(),
      );
      let isReadable = true;
      await stage.janitor().catch(() => {
        isReadable = false;
      });
      equal(isReadable, true);
    },
  ),
];
