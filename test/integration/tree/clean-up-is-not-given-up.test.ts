import { expect, it } from 'vitest';
import { newStage } from '../../simulation/directed/stage.ts';

it('a clean-up that others are always before is not recorded as failed, but comes again', async () => {
  const stage = await newStage();
  const [profile = 0] = await stage.profiles(1, 1);
  await stage.holding(1, 13, [profile]);
  stage.later();
  const detail = { project_id: 13, old_namespace_id: 3, new_namespace_id: 9 };
  await stage.told({ id: 'away', type: 'ProjectTransferredEvent', detail });
  const [message] = stage.env.attachQueue.messages;
  const first = stage.during(
    async () => stage.deliver(),
    { command: 'states' },
    async () => {
      stage.later();
      const renamed = { project_id: 13, path: 'renamed' };
      await stage.told({ id: 'renamed', type: 'ProjectRenamed', detail: renamed });
      stage.later(60_000);
    },
  );
  await expect(first).rejects.toThrow('others were always first');
  expect(await stage.held(13)).toEqual([profile]);
  if (message) stage.env.attachQueue.messages.push(message);
  await stage.drain();
  expect(await stage.held(13)).toEqual([]);
});
