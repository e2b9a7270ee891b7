import { deepEqual } from 'node:assert/strict';
import { runMessage } from '../../../functions/attach-worker/run-message.ts';
import { pageMessage } from '../../../shared/pipeline/message.ts';
import { listOpenPagesOf } from '../../../shared/storage/pages.ts';
import { type Scenario, scenario, type Stage } from './stage.ts';

/**
 * Two workers have the page of group 2. The one that got the message again has to wait until the other is through, which has
 * found project 11 full, and somebody has made room; it attaches the profile and dies. Answers how that message comes again.
 */
async function diedAfterAnother(
  stage: Stage,
): Promise<{ readonly id: string; readonly profile: number; readonly again: () => Promise<void> }> {
  const ten = await stage.profiles(1, 10);
  const [profile = 0] = await stage.profiles(1, 1, 'DEPENDENCY_SCANNING');
  await stage.holding(1, 11, ten);
  const { id } = await stage.accepted({ groupIds: [2], profile: { id: profile } });
  const { env } = stage;
  const [message] = env.attachQueue.messages;
  if (!message) throw new Error('nothing was sent');
  const again = async (): Promise<void> =>
    runMessage(env, pageMessage.parse(JSON.parse(message.body)), env.clock.now() + 20_000, 2);
  await stage.dying(
    async () =>
      stage.during(again, { command: 'batchGet', nth: 2 }, async () => {
        await stage.deliver();
        await stage.accepted({ kind: 'DETACH', projectIds: [11], profile: { id: ten[0] ?? 0 } });
      }),
    // The first writes project 12.
    { command: 'states', nth: 2, when: 'after' },
  );
  await stage.drain();
  return { id, profile, again };
}

/** A run of a page that goes on after another has recorded it. */
export const LATE_RUNS: readonly Scenario[] = [
  scenario(
    ['made-up-for'],
    'what a run did before it died is told when its message comes again',
    async (stage) => {
      const { id, profile, again } = await diedAfterAnother(stage);
      await again();
      deepEqual((await stage.records(id)).get(11)?.made, [profile]);
    },
  ),
  scenario(['audit'], 'and when it does not come again', async (stage) => {
    const { id, profile } = await diedAfterAnother(stage);
    stage.later(300_000);
    await stage.janitor();
    await stage.drain();
    deepEqual((await stage.records(id)).get(11)?.made, [profile]);
    deepEqual(await listOpenPagesOf(stage.env.table, id).then((pages) => pages.map(({ pageId }) => pageId)), [
      'END',
    ]);
  }),
];
