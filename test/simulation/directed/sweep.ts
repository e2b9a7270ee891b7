import { deepEqual, equal } from 'node:assert/strict';
import { deleteProfile } from '../../../shared/pipeline/profiles/delete-profile.ts';
import { sweepEverything, sweepRecent, type Swept } from '../../../shared/sweep/sweep.ts';
import { moveGroup, moveProject, newestOf } from './moves.ts';
import { type Scenario, scenario, type Stage } from './stage.ts';

async function swept(stage: Stage, sweep = sweepEverything): Promise<Swept> {
  return sweep(stage.env, { deadline: stage.env.clock.now() + 30_000 });
}

/** A sweep that has read its projects when all that is on its way is done, and the rest after that. */
async function sweptMeanwhile(stage: Stage, sweep = sweepEverything): Promise<Swept> {
  const sweeps: Swept[] = [];
  await stage.during(
    async () => sweeps.push(await swept(stage, sweep)),
    { command: 'snapshot', when: 'after' },
    () => stage.drain(),
  );
  const [done] = sweeps;
  if (!done) throw new Error('the sweep did not come to its end');
  return done;
}

/** What the sweep sees to, and the root group that becomes a child. */
export const SWEEP: readonly Scenario[] = [
  scenario(['sweep-foreign'], 'a foreign attachment is taken away by the sweep', async (stage) => {
    await stage.holding(1, 91, await stage.profiles(1, 1));
    equal((await swept(stage)).repairs, 1);
    await stage.drain();
    deepEqual(await stage.held(91), []);
  }),
  scenario(['sweep-deleted'], 'so is one of a profile that is deleted', async (stage) => {
    const [id = 0] = await stage.profiles(1, 1);
    await deleteProfile(stage.env, { actor: 'owner', id: { id }, dryRun: false });
    await stage.drain();
    stage.later();
    await stage.holding(1, 13, [id]);
    await swept(stage);
    await stage.drain();
    deepEqual(await stage.held(13), []);
  }),
  scenario(
    ['sweep-leaves-what-is-under-way'],
    'what a clean-up is about to take away is no fault',
    async (stage) => {
      await stage.accepted({ projectIds: [11] });
      await moveProject(stage, 11, 2, 9);
      equal((await swept(stage)).repairs, 0);
    },
  ),
  scenario(
    ['sweep-sees-ends-as-under-way'],
    'nor what a clean-up takes away while the sweep looks',
    async (stage) => {
      await stage.holding(1, 11, await stage.profiles(1, 1));
      await moveProject(stage, 11, 2, 9);
      equal((await sweptMeanwhile(stage, sweepRecent)).repairs, 0);
    },
  ),
  scenario(
    ['sweep-sees-ends-as-under-way'],
    'nor what the deletion of its profile takes away meanwhile',
    async (stage) => {
      const [id = 0] = await stage.profiles(1, 1);
      await stage.holding(1, 11, [id]);
      await deleteProfile(stage.env, { actor: 'owner', id: { id }, dryRun: false });
      equal((await sweptMeanwhile(stage)).repairs, 0);
    },
  ),
  scenario(
    ['sweep-asks-the-logs-of-the-moves'],
    'nor what waits for the clean-up of a group that came after what is in it',
    async (stage) => {
      await stage.holding(1, 11, await stage.profiles(1, 1));
      await moveGroup(stage, 2, 50, 50);
      await stage.drain();
      stage.later();
      await stage.event('GroupCreatedEvent', { group_id: 50, parent_id: 9, path: 'late' });
      equal((await swept(stage)).repairs, 0);
      await stage.drain();
      deepEqual(await stage.held(11), []);
    },
  ),
  scenario(
    ['sweep-leaves-no-more-than-that'],
    'a clean-up that is stuck keeps the sweep from nothing else',
    async (stage) => {
      const [id = 0] = await stage.profiles(1, 1);
      await stage.holding(1, 91, [id]);
      await stage.holding(1, 11, [id]);
      await moveProject(stage, 11, 2, 9);
      stage.env.attachQueue.messages.splice(0);
      equal((await swept(stage)).repairs, 1);
      await stage.drain();
      deepEqual(await stage.held(91), []);
    },
  ),
  scenario(['moves-are-noted'], 'what moved lately is looked at', async (stage) => {
    await moveProject(stage, 11, 2, 9);
    equal((await swept(stage, sweepRecent)).looked, 1);
  }),
  scenario(
    ['joined-log'],
    'what lapses when a root group becomes a child stands in the log of that group',
    async (stage) => {
      const [profile = 0] = await stage.profiles(9, 1);
      await stage.holding(9, 91, [profile]);
      await moveGroup(stage, 9, 1, 1);
      await stage.drain();
      deepEqual((await stage.records(await newestOf(stage, 9))).get(91)?.removed, [profile]);
    },
  ),
  scenario(['adopted-where-joined'], 'a group that is a root again is not adopted', async (stage) => {
    await stage.holding(9, 91, await stage.profiles(9, 1));
    await moveGroup(stage, 9, 1, 1);
    const rehome = await newestOf(stage, 9);
    await stage.drain();
    await moveGroup(stage, 9, null, 9);
    await stage.drain();
    equal((await stage.adopt(rehome)).result, 'INVALID_STATE');
  }),
];
