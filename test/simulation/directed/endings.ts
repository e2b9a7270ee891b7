import { deepEqual, equal, ok } from 'node:assert/strict';
import { METRICS } from '../../../shared/names.ts';
import { moveProject } from './moves.ts';
import { type Scenario, scenario, type Stage } from './stage.ts';

/** The queue loses what is in it. Answers what that was. */
function lost(stage: Stage): readonly Stage['env']['attachQueue']['messages'][number][] {
  return stage.env.attachQueue.messages.splice(0);
}

/** How many events of a type were published. */
function published({ env }: Stage, suffix: string): number {
  return env.events.published.filter(({ detailType }) => detailType.endsWith(suffix)).length;
}

/** So much later that the janitor looks after what is open. */
async function janitorComes(stage: Stage): Promise<void> {
  stage.later(241_000);
  await stage.janitor();
}

/** What was accepted ends, and what has ended does nothing more. */
export const ENDINGS: readonly Scenario[] = [
  scenario(['end-when-all-is-done'], 'an operation of two pages runs until both are done', async (stage) => {
    for (const id of [14, 15, 16]) await stage.project(id, 2);
    const { id } = await stage.accepted({ groupIds: [2] });
    await stage.deliver();
    equal((await stage.operation(id)).status, 'RUNNING');
  }),
  scenario(
    ['end-by-a-condition'],
    'an operation that is about to end waits for the project that is handed to it',
    async (stage) => {
      await stage.accepted({ groupIds: [3] });
      await stage.during(
        () => stage.deliver(),
        // The plan, the record of the page, the end.
        { command: 'transaction', nth: 3 },
        () => moveProject(stage, 12, 2, 3),
      );
      await stage.drain();
      deepEqual(await stage.visible(12), ['SECRET_DETECTION']);
    },
  ),
  scenario(['janitor-sends-again'], 'what was accepted is done though no message arrives', async (stage) => {
    const { id } = await stage.accepted({ groupIds: [2] });
    lost(stage);
    await janitorComes(stage);
    await stage.drain();
    equal((await stage.operation(id)).status, 'SUCCEEDED');
  }),
  scenario(['janitor-claims'], 'what is sent in vain is told of in the end, for the alarm', async (stage) => {
    await stage.accepted({ groupIds: [2] });
    for (let times = 0; times < 5; times += 1) {
      lost(stage);
      await janitorComes(stage);
    }
    ok((stage.env.log.counts.get(METRICS.operationStalled) ?? 0) > 0);
  }),
  scenario(
    ['end-as-it-was-read'],
    'an operation that is cancelled as it is about to end is cancelled',
    async (stage) => {
      const { id } = await stage.accepted({ groupIds: [2] });
      await stage.during(
        () => stage.deliver(),
        // The plan, the record of the page, the end.
        { command: 'transaction', nth: 3 },
        async () => {
          equal((await stage.cancel(id)).result, 'ACCEPTED');
        },
      );
      equal((await stage.operation(id)).status, 'CANCELLED');
    },
  ),
  scenario(
    ['cancel-sends-again'],
    'an operation that is stalled ends when it is cancelled',
    async (stage) => {
      const { id } = await stage.accepted({ groupIds: [2] });
      for (let times = 0; times < 5; times += 1) {
        lost(stage);
        await janitorComes(stage);
      }
      lost(stage);
      await stage.cancel(id);
      await stage.drain();
      equal((await stage.operation(id)).status, 'CANCELLED');
    },
  ),
  scenario(['janitor-ends'], 'an operation whose last worker dies before the end is ended', async (stage) => {
    const { id } = await stage.accepted({ groupIds: [2] });
    await stage.dying(() => stage.deliver(), { command: 'transaction', nth: 2, when: 'after' });
    await janitorComes(stage);
    await stage.drain();
    equal((await stage.operation(id)).status, 'SUCCEEDED');
  }),
  scenario(['end-announced'], 'an end is announced though the worker dies after it', async (stage) => {
    await stage.accepted({ groupIds: [2] });
    await stage.dying(() => stage.deliver(), { command: 'transaction', nth: 3, when: 'after' });
    for (let times = 0; times < 2; times += 1) {
      await janitorComes(stage);
      lost(stage);
    }
    await janitorComes(stage);
    await stage.drain();
    equal(published(stage, 'Finished'), 1);
  }),
  scenario(
    ['published-before-it-is-closed'],
    'what a page did is published though the worker dies when it closes it',
    async (stage) => {
      await stage.accepted({ groupIds: [2] });
      // The plan, the record, the end, and that the page is closed.
      await stage.dying(() => stage.deliver(), { command: 'transaction', nth: 4, when: 'after' });
      await janitorComes(stage);
      await stage.drain();
      equal(published(stage, 'attached_to_project'), 1);
    },
  ),
  scenario(
    ['published-before-it-is-put-off'],
    'an end is published though the worker dies when it puts it off',
    async (stage) => {
      await stage.accepted({ groupIds: [2] });
      await stage.dying(() => stage.deliver(), { command: 'transaction', nth: 4, when: 'after' });
      await janitorComes(stage);
      await stage.drain();
      equal(published(stage, 'Finished'), 1);
    },
  ),
  scenario(
    ['nothing-left-to-do'],
    'a message that comes hours after the end of its operation does nothing',
    async (stage) => {
      await stage.accepted({ groupIds: [2] });
      const walk = [...stage.env.attachQueue.messages];
      await stage.drain();
      await stage.accepted({ kind: 'DETACH', projectIds: [11] });
      await stage.drain();
      stage.later(4 * 60 * 60 * 1_000);
      await stage.janitor();
      const [further = 0] = await stage.profiles(1, 1);
      await stage.accepted({ projectIds: [11], profile: { id: further } });
      await stage.drain();
      stage.env.attachQueue.messages.push(...walk);
      await stage.drain();
      deepEqual(await stage.held(11), [further]);
    },
  ),
  scenario(
    ['cancel-mark'],
    'a worker that was paused before a cancellation does nothing after it',
    async (stage) => {
      const { id } = await stage.accepted({ groupIds: [2] });
      const walk = [...stage.env.attachQueue.messages];
      await stage.during(
        () => stage.deliver(),
        { command: 'batchGet', nth: 2 },
        async () => {
          await stage.cancel(id);
          stage.env.attachQueue.messages.push(...walk);
          await stage.drain();
          equal((await stage.operation(id)).status, 'CANCELLED');
        },
      );
      deepEqual(await stage.held(11), []);
    },
  ),
  scenario(
    ['stop-stops'],
    'what was planned and not done before a cancellation is not done',
    async (stage) => {
      const { id } = await stage.accepted({ groupIds: [2] });
      const walk = [...stage.env.attachQueue.messages];
      await stage.dying(() => stage.deliver(), { command: 'transaction', when: 'after' });
      await stage.cancel(id);
      stage.env.attachQueue.messages.push(...walk);
      await stage.drain();
      deepEqual(await stage.held(11), []);
    },
  ),
];
