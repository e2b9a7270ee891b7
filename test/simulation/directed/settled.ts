import { deepEqual } from 'node:assert/strict';
import { moveProject } from './moves.ts';
import { type Scenario, scenario } from './stage.ts';

/** Requests for few projects, which are done with their acceptance. */
export const SETTLED: readonly Scenario[] = [
  scenario(
    ['settled-version'],
    'an attach that is done with its acceptance keeps what an earlier one does meanwhile',
    async (stage) => {
      const [first = 0, second = 0] = await stage.profiles(1, 2);
      await stage.accepted({ groupIds: [2], profile: { id: first } });
      await stage.during(
        () => stage.accepted({ projectIds: [11], profile: { id: second } }),
        { command: 'transaction' },
        () => stage.drain(),
      );
      deepEqual(await stage.held(11), [first, second]);
    },
  ),
  scenario(
    ['sequence-of-one-moment'],
    'a project that leaves once its place was read is not said to be full',
    async (stage) => {
      const [profile = 0, ...ten] = await stage.profiles(1, 11);
      await stage.holding(1, 11, ten);
      await stage.during(
        async () => {
          const { totals } = await stage.accepted({ projectIds: [11], profile: { id: profile } });
          deepEqual(totals, { applied: 0, unchanged: 0, skipped: 1, failed: 0 });
        },
        { command: 'snapshot', when: 'after' },
        async () => {
          await moveProject(stage, 11, 2, 9);
          await stage.drain();
        },
      );
    },
  ),
];
