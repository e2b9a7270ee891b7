import { deepEqual, equal, notEqual } from 'node:assert/strict';
import { deleteProfile } from '../../../shared/pipeline/profiles/delete-profile.ts';
import { newestOf } from './moves.ts';
import { type Scenario, scenario, type Stage } from './stage.ts';

/** The function dies with the first transaction that it writes. */
const WITH_THE_FIRST = { command: 'transaction', when: 'after' } as const;

/** A profile of root 1 that is there already: nothing but the acceptance has to be written for a request. */
async function made(stage: Stage): Promise<{ readonly profile: { readonly id: number } }> {
  const [id = 0] = await stage.profiles(1, 1);
  return { profile: { id } };
}

/** Long after everything that was sent is gone the janitor comes, and what it sends is done. */
async function janitorAlone(stage: Stage): Promise<void> {
  stage.env.attachQueue.messages.splice(0);
  stage.later(241_000);
  await stage.janitor();
  await stage.drain();
}

/** What is written in one transaction: nobody dies, and nobody comes, between one part of it and another. */
export const TOGETHER: readonly Scenario[] = [
  scenario(
    ['rehome-in-the-move'],
    'a project is cleaned up after a move whose worker died with it',
    async (stage) => {
      await stage.accepted({ projectIds: [11] });
      const detail = { project_id: 11, old_namespace_id: 2, new_namespace_id: 9 };
      const tell = async (): Promise<void> =>
        stage.told({ id: 'the-move', type: 'ProjectTransferredEvent', detail });
      await stage.dying(tell, WITH_THE_FIRST);
      await tell();
      await stage.drain();
      deepEqual(await stage.held(11), []);
    },
  ),
  scenario(
    ['sequence-in-the-acceptance'],
    'an attach that another request overtakes on its way to be accepted is the later one',
    async (stage) => {
      const about = await made(stage);
      const results: number[] = [];
      await stage.during(
        async () => {
          results.push((await stage.accepted({ ...about, projectIds: [11, 12] })).sequence);
        },
        // The acceptance, unless something is written ahead of it: then that is accepted in between.
        { command: 'transaction', nth: 2 },
        async () => {
          results.push((await stage.accepted({ ...about, kind: 'DETACH', projectIds: [11] })).sequence);
        },
      );
      deepEqual([results, await stage.held(11)], [[2, 1], []]);
    },
  ),
  scenario(['sequence-drawn-once'], 'of two requests at once one is the later one', async (stage) => {
    const about = await made(stage);
    const sequences: number[] = [];
    const attach = async (projectId: number): Promise<void> => {
      sequences.push((await stage.accepted({ ...about, projectIds: [projectId] })).sequence);
    };
    await stage.during(
      () => attach(11),
      { command: 'transaction' },
      () => attach(12),
    );
    deepEqual(sequences, [1, 2]);
  }),
  scenario(
    ['open-items'],
    'what was accepted is done though the function died with the acceptance',
    async (stage) => {
      const about = await made(stage);
      await stage.dying(() => stage.request({ ...about, groupIds: [2] }), WITH_THE_FIRST);
      await janitorAlone(stage);
      equal((await stage.operation(await newestOf(stage, 1))).status, 'SUCCEEDED');
    },
  ),
  scenario(
    ['idempotency-in-the-acceptance'],
    'a request whose answer was lost with its function is the same operation when it is repeated under its key',
    async (stage) => {
      const request = { ...(await made(stage)), groupIds: [2], idempotencyKey: 'once' };
      await stage.dying(() => stage.request(request), WITH_THE_FIRST);
      const first = await newestOf(stage, 1);
      // Without it the repetition would be taken for the same request at once.
      const between = await stage.accepted({ projectIds: [13] });
      notEqual(first, between.id);
      equal((await stage.accepted(request)).id, first);
    },
  ),
  scenario(
    ['deletion-in-the-acceptance'],
    'a profile is out of sight with the acceptance of its deletion, though the function died with it',
    async (stage) => {
      const [id = 0] = await stage.profiles(1, 1);
      await stage.holding(1, 11, [id]);
      const remove = async (): Promise<unknown> =>
        deleteProfile(stage.env, { actor: 'owner', id: { id }, dryRun: false });
      await stage.dying(remove, WITH_THE_FIRST);
      deepEqual(await stage.visible(11), []);
    },
  ),
];
