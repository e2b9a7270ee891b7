import { expect, it } from 'vitest';
import { moveGroup, moveProject, newestOf } from '../../simulation/directed/moves.ts';
import { newStage } from '../../simulation/directed/stage.ts';

it('a clean-up does not end without a project that left before it came by', async () => {
  const stage = await newStage();
  const [profile = 0] = await stage.profiles(1, 1);
  await stage.holding(1, 11, [profile]);
  await moveGroup(stage, 2, 9, 9);
  const rehome = await newestOf(stage, 1);
  // Whoever places project 11 elsewhere below the new root is slow to tell the clean-up, which would end meanwhile.
  await stage.during(
    async () => moveProject(stage, 11, 2, 9),
    { command: 'transaction', when: 'after' },
    async () => {
      await stage.drain();
      const [other = 0] = await stage.profiles(9, 1);
      await stage.accepted({ profile: { id: other }, projectIds: [11] });
    },
  );
  await stage.drain();
  expect((await stage.operation(rehome)).status).toBe('SUCCEEDED');
  expect((await stage.records(rehome)).get(11)?.removed).toEqual([profile]);
});

it('what was taken away in the name of a second move stays written down until that has recorded it', async () => {
  const stage = await newStage();
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
  expect((await stage.records(rehome)).get(13)?.removed).toEqual([profile]);
});
