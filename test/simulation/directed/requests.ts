import { deepEqual, equal } from 'node:assert/strict';
import { deleteProfile } from '../../../shared/pipeline/profiles/delete-profile.ts';
import { moveGroup } from './moves.ts';
import { type Scenario, scenario, type Stage } from './stage.ts';

/** Who may administer root 1, and sees nothing of root 9. */
async function administrator(stage: Stage): Promise<string> {
  await stage.member('administrator', 1, 'maintainer');
  return 'administrator';
}

/** Who asks for what, once; and what goes by earlier operations. */
export const REQUESTS: readonly Scenario[] = [
  scenario(['all-or-nothing'], 'one foreign target refuses the whole request', async (stage) => {
    const actor = await administrator(stage);
    const { result } = await stage.request({ actor, projectIds: [11, 91] });
    deepEqual([result, await stage.held(11)], ['DENIED', []]);
  }),
  scenario(['known-or-denied'], 'so does one that is not there', async (stage) => {
    const actor = await administrator(stage);
    equal((await stage.request({ actor, projectIds: [11, 404] })).result, 'DENIED');
  }),
  scenario(['root-after-access'], 'a foreign target and an absent one get one answer', async (stage) => {
    const actor = await administrator(stage);
    const foreign = await stage.request({ actor, projectIds: [11, 91] });
    deepEqual(foreign, await stage.request({ actor, projectIds: [11, 404] }));
  }),
  scenario(['access-to-the-operation'], 'who may not attach does not undo either', async (stage) => {
    await stage.member('reader', 1, 'developer');
    const { id } = await stage.accepted({ projectIds: [11] });
    await stage.drain();
    equal((await stage.undo(id, { actor: 'reader' })).result, 'DENIED');
  }),
  scenario(['changed-under-a-key'], 'a changed request under a used key is an error', async (stage) => {
    await stage.accepted({ groupIds: [2], idempotencyKey: 'once' });
    const changed = await stage.request({ groupIds: [3], idempotencyKey: 'once' });
    equal(changed.result, 'IDEMPOTENCY_CONFLICT');
  }),
  scenario(
    ['repeated-though-refused'],
    'a request is repeated under its key though its profile is deleted since',
    async (stage) => {
      const [id = 0] = await stage.profiles(1, 1);
      const request = { projectIds: [11], profile: { id }, idempotencyKey: 'once' };
      const first = await stage.accepted(request);
      await deleteProfile(stage.env, { actor: 'owner', id: { id }, dryRun: false });
      const again = await stage.request(request);
      deepEqual([again.result, again.result === 'ACCEPTED' && again.operation.id], ['ACCEPTED', first.id]);
    },
  ),
  scenario(['key-claimed-once'], 'of two requests at once under one key one is accepted', async (stage) => {
    const results: string[] = [];
    const ask = async (groupId: number): Promise<void> => {
      const answer = await stage.request({ groupIds: [groupId], idempotencyKey: 'once' });
      results.push(answer.result);
    };
    await stage.accepted({ projectIds: [11] });
    await stage.during(
      () => ask(2),
      { command: 'transaction' },
      () => ask(9),
    );
    deepEqual(results, ['ACCEPTED', 'IDEMPOTENCY_CONFLICT']);
  }),
  scenario(['changed-since'], 'an undo leaves what was attached again since', async (stage) => {
    const { id } = await stage.accepted({ projectIds: [11] });
    await stage.accepted({ kind: 'DETACH', projectIds: [11] });
    await stage.accepted({ projectIds: [11] });
    await stage.ended(await stage.undo(id));
    deepEqual(await stage.visible(11), ['SECRET_DETECTION']);
  }),
  scenario(['attached-since'], 'an undo leaves to others what they have attached since', async (stage) => {
    await stage.accepted({ projectIds: [11] });
    const { id } = await stage.accepted({ kind: 'DETACH', projectIds: [11] });
    const again = await stage.accepted({ projectIds: [11] });
    await stage.ended(await stage.undo(id));
    await stage.ended(await stage.undo(again.id));
    deepEqual(await stage.visible(11), []);
  }),
  scenario(['preview-version'], 'a preview is not applied to what was changed since', async (stage) => {
    const [other = 0] = await stage.profiles(1, 1);
    const { id } = await stage.accepted({ groupIds: [2], dryRun: true });
    await stage.drain();
    await stage.accepted({ projectIds: [11], profile: { id: other } });
    await stage.ended(await stage.apply(id));
    deepEqual([await stage.held(11), (await stage.held(12)).length], [[other], 1]);
  }),
  scenario(['preview-place'], 'a preview is not applied to what has moved since', async (stage) => {
    const { id } = await stage.accepted({ groupIds: [2], dryRun: true });
    await stage.drain();
    await moveGroup(stage, 2, 3, 1);
    await stage.ended(await stage.apply(id));
    deepEqual(await stage.held(11), []);
  }),
  scenario(['preview-writes-nothing'], 'a preview changes no project', async (stage) => {
    await stage.ended(await stage.request({ groupIds: [2], dryRun: true }));
    deepEqual(await stage.held(11), []);
  }),
];
