import { beforeEach, describe, expect, it } from 'vitest';
import { INITIAL_STATE } from '../../../shared/domain/project-state.ts';
import { findTemplate } from '../../../shared/domain/scan-types/templates.ts';
import { findOrCreateRecommended } from '../../../shared/pipeline/profiles/recommended-profile.ts';
import { readProjects } from '../../../shared/storage/nodes.ts';
import { listProfiles } from '../../../shared/storage/profiles.ts';
import { writeStates } from '../../../shared/storage/project-states.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { injectFaults } from '../../support/faults.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('ENGINE');
let w: World;

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await w.group(2, 1);
  await w.group(9, null);
  await w.project(11, 2);
});

/** Runs `meanwhile` once, just before the first write of states is sent. */
function justBeforeTheWrite(meanwhile: () => Promise<void>): { readonly stop: () => void } {
  let due = true;
  return injectFaults(w.env.table, (command) => {
    if (!due || command !== 'BatchExecuteStatementCommand') return undefined;
    due = false;
    return { before: meanwhile };
  });
}

describe('an attach that is about to be written', () => {
  it('finds out that the project moved to another root, and was cleaned up, meanwhile', async () => {
    await w.accepted({ groupIds: [2] });
    const fault = justBeforeTheWrite(async () => {
      await w.event('ProjectTransferredEvent', { project_id: 11, new_namespace_id: 9 });
      await w.drain();
    });
    await w.drain();
    fault.stop();
    const state = (await readProjects(w.env.table, [11])).get(11)?.state;
    expect(state?.attachments).toEqual({});
    expect(state?.rootId).toBe(9);
  });

  it('finds out that the group above moved, and was cleaned up, meanwhile', async () => {
    await w.accepted({ groupIds: [2] });
    const fault = justBeforeTheWrite(async () => {
      await w.event('GroupTransferredEvent', { group_id: 2, new_root_namespace_id: 9, new_parent_id: 9 });
      // The worker that is interrupted here has taken its own message: the rest is the clean-up.
      await w.drain();
    });
    await w.drain();
    fault.stop();
    expect((await readProjects(w.env.table, [11])).get(11)?.state.attachments).toEqual({});
  });

  it('gives way to a detach that was accepted later and had nothing to remove', async () => {
    await w.accepted({ projectIds: [11], profile: { template: 'sast' } });
    await w.accepted({ groupIds: [2] });
    const fault = justBeforeTheWrite(async () => {
      await w.accepted({ kind: 'DETACH', projectIds: [11] });
    });
    await w.drain();
    fault.stop();
    expect(await w.visible(11)).toEqual(['SAST']);
  });
});

describe('twelve profiles on a project that holds nine', () => {
  it('never pass ten', async () => {
    const ids = await customProfiles(w.env.table, 1, 21);
    for (const id of ids.slice(0, 9)) await w.accepted({ projectIds: [11], profile: { id } });
    const answers = await Promise.all(
      ids.slice(9).map(async (id) => w.request({ projectIds: [11], profile: { id } })),
    );
    const failures = answers.flatMap((answer) => (answer.result === 'ACCEPTED' ? answer.failures : []));
    expect(failures.map(({ code }) => code)).toEqual(Array.from({ length: 11 }, () => 'LIMIT_REACHED'));
    const state = (await readProjects(w.env.table, [11])).get(11)?.state;
    expect(Object.keys(state?.attachments ?? {})).toHaveLength(10);
  });
});

describe('fifty callers who need one recommended profile', () => {
  it('find or make exactly one', async () => {
    const template = findTemplate('SecretDetection');
    if (!template) throw new Error('the template is gone');
    const found = await Promise.all(
      Array.from({ length: 50 }, async () => findOrCreateRecommended(w.env, 1, template)),
    );
    expect(new Set(found.map(({ id }) => id)).size).toBe(1);
    expect(await listProfiles(w.env.table, 1)).toMatchObject([
      { templateKey: 'secret_detection', triggers: template.triggers },
    ]);
  });
});

describe('a write of states', () => {
  it('goes through only for the version that was read, each for itself', async () => {
    await w.project(12, 2);
    const state = { ...INITIAL_STATE, version: 1, rootId: 1 };
    const results = await writeStates(w.env.table, [
      { projectId: 11, before: 0, state },
      { projectId: 12, before: 7, state },
      { projectId: 404, before: 0, state },
    ]);
    expect([...results]).toEqual([
      [11, 'WRITTEN'],
      [12, 'AGAIN'],
      [404, 'AGAIN'],
    ]);
  });
});
