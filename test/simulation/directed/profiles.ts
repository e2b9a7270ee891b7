import { deepEqual, equal } from 'node:assert/strict';
import { findTemplate, type Template } from '../../../shared/domain/scan-types/templates.ts';
import { deleteProfile } from '../../../shared/pipeline/profiles/delete-profile.ts';
import { findOrCreateRecommended } from '../../../shared/pipeline/profiles/recommended-profile.ts';
import { getProfiles, listProfiles } from '../../../shared/storage/profiles.ts';
import { moveProject, newestOf } from './moves.ts';
import { type Scenario, scenario, type Stage } from './stage.ts';

function template(): Template {
  const found = findTemplate('secret_detection');
  if (!found) throw new Error('the template is gone');
  return found;
}

async function deleted(stage: Stage, id: number): Promise<void> {
  const { result } = await deleteProfile(stage.env, { actor: 'owner', id: { id }, dryRun: false });
  if (result !== 'DONE') throw new Error(`not deleted: ${result}`);
}

/** A profile of root 1 that project 11 holds. */
async function heldProfile(stage: Stage): Promise<number> {
  const [id = 0] = await stage.profiles(1, 1);
  await stage.holding(1, 11, [id]);
  return id;
}

/** One recommended profile of a template, and nothing of what is deleted. */
export const PROFILES: readonly Scenario[] = [
  scenario(['unique-name'], 'two who need the recommended profile at once find one', async (stage) => {
    await stage.during(
      () => findOrCreateRecommended(stage.env, 1, template()),
      { command: 'get', nth: 2 },
      () => findOrCreateRecommended(stage.env, 1, template()),
    );
    equal((await listProfiles(stage.env.table, 1)).length, 1);
  }),
  scenario(
    ['one-transaction'],
    'who dies while making the recommended profile leaves no name that is another profile’s',
    async (stage) => {
      await stage.dying(() => findOrCreateRecommended(stage.env, 1, template()), {
        command: 'transaction',
        when: 'after',
      });
      await stage.profiles(1, 1);
      await stage.accepted({ projectIds: [11] });
      deepEqual(await stage.visible(11), ['SECRET_DETECTION']);
    },
  ),
  scenario(
    ['active-only', 'deleting-first'],
    'a profile is out of sight with the acceptance of its deletion',
    async (stage) => {
      await deleted(stage, await heldProfile(stage));
      deepEqual(await stage.visible(11), []);
    },
  ),
  scenario(
    ['attach-only-active'],
    'a request that is overtaken by the deletion of its profile attaches nothing',
    async (stage) => {
      const [id = 0] = await stage.profiles(1, 1);
      await stage.during(
        () => stage.request({ projectIds: [11], profile: { id } }),
        { command: 'transaction' },
        async () => {
          await deleted(stage, id);
          await stage.drain();
        },
      );
      deepEqual(await stage.held(11), []);
    },
  ),
  scenario(['whole-root'], 'a deleted profile is taken from all projects of its root', async (stage) => {
    await deleted(stage, await heldProfile(stage));
    await stage.drain();
    deepEqual(await stage.held(11), []);
  }),
  scenario(['deleted-with-the-end'], 'a deletion ends with the profile DELETED', async (stage) => {
    const id = await heldProfile(stage);
    await deleted(stage, id);
    await stage.drain();
    equal((await getProfiles(stage.env.table, 1, [id])).get(id)?.status, 'DELETED');
  }),
  scenario(['deletion-is-recorded'], 'a deletion lists the projects that held the profile', async (stage) => {
    const id = await heldProfile(stage);
    await deleted(stage, id);
    await stage.drain();
    deepEqual((await stage.records(await newestOf(stage, 1))).get(11)?.removed, [id]);
  }),
  scenario(
    ['gone-while-away'],
    'a project that was away while its profile was deleted holds nothing once it is back',
    async (stage) => {
      const id = await heldProfile(stage);
      await moveProject(stage, 11, 2, 9);
      const late = stage.env.attachQueue.messages.splice(0);
      await deleted(stage, id);
      await stage.drain();
      await moveProject(stage, 11, 9, 2);
      stage.env.attachQueue.messages.push(...late);
      await stage.drain();
      deepEqual(await stage.held(11), []);
    },
  ),
  scenario(
    ['inactive-do-not-count'],
    'a profile that is being deleted makes room for another at once',
    async (stage) => {
      const ids = await stage.profiles(1, 10);
      const [first = 0] = ids;
      await stage.holding(1, 11, ids);
      await deleted(stage, first);
      const { totals } = await stage.accepted({ projectIds: [11] });
      equal(totals.applied, 1);
    },
  ),
];
