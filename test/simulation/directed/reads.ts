import { deepEqual, equal } from 'node:assert/strict';
import { deleteProfile } from '../../../shared/pipeline/profiles/delete-profile.ts';
import { type Scenario, scenario } from './stage.ts';

/** What was written a moment ago counts, though a replica of the table may not have it yet. */
export const READS: readonly Scenario[] = [
  scenario(
    ['consistent-range'],
    'a project that was created just before the acceptance is not left out',
    async (stage) => {
      stage.replica.lag();
      await stage.project(14, 2);
      await stage.accepted({ groupIds: [2] });
      await stage.drain();
      stage.replica.catchUp();
      deepEqual(await stage.visible(14), ['SECRET_DETECTION']);
    },
  ),
  scenario(['consistent-batch'], 'a profile that was deleted a moment ago is not attached', async (stage) => {
    const [id = 0] = await stage.profiles(1, 1);
    stage.replica.lag();
    await deleteProfile(stage.env, { actor: 'owner', id: { id }, dryRun: false });
    await stage.drain();
    await stage.request({ projectIds: [11], profile: { id } });
    stage.replica.catchUp();
    deepEqual(await stage.held(11), []);
  }),
  scenario(
    ['consistent-item'],
    'who cancels an operation is told that it is being cancelled',
    async (stage) => {
      const { id } = await stage.accepted({ groupIds: [2] });
      stage.replica.lag();
      const { result } = await stage.cancel(id);
      stage.replica.catchUp();
      equal(result, 'ACCEPTED');
    },
  ),
];
