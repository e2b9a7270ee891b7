import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../shared/domain/operation.ts';
import type { Environment } from '../../../shared/environment/environment.ts';
import { EVENTS_OUT } from '../../../shared/names.ts';
import { deleteProfile } from '../../../shared/pipeline/profiles/delete-profile.ts';
import { listRegistrations } from '../../../shared/storage/registrations.ts';
import { profileKey } from '../../../shared/storage/keys.ts';
import { readProjects } from '../../../shared/storage/nodes.ts';
import { findProfileId, getProfiles } from '../../../shared/storage/profiles.ts';
import { getItem } from '../../../shared/storage/read.ts';
import { expectAnnounced } from '../../support/announcements.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { injectFaults } from '../../support/faults.ts';
import { flatGroup, letHold, subgroups } from '../../support/flat-group.ts';
import { mortal } from '../../support/mortal.ts';
import { expectTruth } from '../../support/operation-records.ts';
import { redeliver } from '../../support/redelivery.ts';
import { useTables } from '../../support/tables.ts';
import { type TestEnvironment, testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('PROCESS');

const PROJECTS = [21, 22, 31];

/** Profile 1 is on projects 21 and 31, profile 2 on all. */
async function newWorld(env?: TestEnvironment): Promise<World> {
  const w = world(env ?? testEnvironment(await newTable()));
  await w.group(1, null);
  await subgroups(w.env.table, [1], [2, 3]);
  await flatGroup(w.env.table, [2, 1], [21, 22]);
  await flatGroup(w.env.table, [3, 1], [31]);
  await customProfiles(w.env.table, 1, 2);
  await letHold(w.env.table, 1, [21, 31], [1, 2]);
  await letHold(w.env.table, 1, [22], [2]);
  return w;
}

async function remove(w: { readonly env: Environment }, dryRun = false): Promise<Operation> {
  const answer = await deleteProfile(w.env, { actor: 'owner', id: { id: 1 }, dryRun });
  if (answer.result !== 'DONE') throw new Error(`refused: ${answer.result}`);
  return answer.operation;
}

/** Ids of the profiles that are stored on each project. */
async function held({ env }: Pick<World, 'env'>): Promise<Record<number, readonly number[]>> {
  const projects = [...(await readProjects(env.table, PROJECTS)).values()];
  return Object.fromEntries(
    projects.map(({ id, state }) => [id, Object.keys(state.attachments).map(Number).toSorted()]),
  );
}

const GONE = { 21: [2], 22: [2], 31: [2] };

async function statusOf({ env }: Pick<World, 'env'>): Promise<string | undefined> {
  return (await getProfiles(env.table, 1, [1])).get(1)?.status;
}

describe('a deletion', () => {
  it('is seen by nobody from its acceptance on, and leaves nothing', async () => {
    const w = await newWorld();
    const { id, status } = await remove(w);
    expect(status).toBe('PENDING');
    expect(await w.visible(21)).toEqual(['SAST']);
    expect(await held(w)).toMatchObject({ 21: [1, 2] });
    expect(await statusOf(w)).toBe('DELETING');
    expect(await findProfileId(w.env.table, 1, 'SAST', 'Profile 1')).toBeUndefined();
    expect(await w.request({ profile: { id: 1 }, projectIds: [22] })).toEqual({ result: 'DENIED' });
    expect(await deleteProfile(w.env, { actor: 'owner', id: { id: 1 }, dryRun: false })).toEqual({
      result: 'DENIED',
    });
    await w.drain();
    expect(await w.operation(id)).toMatchObject({
      status: 'SUCCEEDED',
      totals: { applied: 2, unchanged: 1 },
    });
    expect(await held(w)).toEqual(GONE);
    const item = await getItem(w.env.table, profileKey(1, 1));
    expect(item).toMatchObject({ status: 'DELETED' });
    expect(item?.['expiresAt']).toBe(Math.floor(w.env.clock.now() / 1000) + 30 * 24 * 60 * 60);
    await expectTruth(w.env.table, id, PROJECTS);
    const types = (): string[] => w.env.events.published.map(({ detailType }) => detailType);
    expect(types().filter((type) => type === EVENTS_OUT.profileDeleted)).toHaveLength(1);
    await redeliver(w.env, id);
    await expectAnnounced(w.env, id);
    expect(await held(w)).toEqual(GONE);
  });

  it('of one profile by two at once is one', async () => {
    for (let call = 1; ; call += 1) {
      const w = await newWorld();
      let other: Operation | undefined;
      const faults = injectFaults(w.env.table, (_command, number) => {
        if (number !== call || other) return undefined;
        return {
          before: async () => {
            faults.stop();
            other = await remove(w);
          },
        };
      });
      const answer = await deleteProfile(w.env, { actor: 'owner', id: { id: 1 }, dryRun: false });
      faults.stop();
      if (!other) break;
      if (answer.result === 'DONE') expect(answer.operation.id, `paused at call ${call}`).toBe(other.id);
      else expect(answer.result).toBe('DENIED');
      expect(await listRegistrations(w.env.table, 1, w.env.clock.now())).toHaveLength(1);
    }
  });

  it('comes to its end wherever a worker dies', async () => {
    for (let fatal = 1; ; fatal += 1) {
      const worker = mortal(testEnvironment(await newTable()));
      const { env } = worker;
      const w = await newWorld(env);
      const { id } = await remove(w);
      const died = await worker.drain(fatal);
      await w.drain();
      env.clock.advance(10 * 60_000);
      await w.janitor();
      await w.drain();
      expect(await held(w), `died after effect ${fatal}`).toEqual(GONE);
      expect(await statusOf(w)).toBe('DELETED');
      await expectTruth(env.table, id, PROJECTS);
      await expectAnnounced(env, id);
      if (!died) break;
    }
  });

  it('as a dry run tells from how many projects, and changes nothing', async () => {
    const w = await newWorld();
    const { id } = await remove(w, true);
    await w.drain();
    expect(await w.operation(id)).toMatchObject({
      status: 'PREVIEWED',
      totals: { applied: 2, unchanged: 1 },
    });
    expect(await statusOf(w)).toBe('ACTIVE');
    expect(await held(w)).toMatchObject({ 21: [1, 2], 31: [1, 2] });
    expect(await w.apply(id)).toMatchObject({ result: 'INVALID_STATE' });
    expect(w.env.events.published.map(({ detailType }) => detailType)).not.toContain(
      EVENTS_OUT.profileDeleted,
    );
  });

  it('is answered where the queue is out of reach, and done once the janitor has looked', async () => {
    const w = await newWorld();
    const env = { ...w.env, attachQueue: { send: async () => Promise.reject(new Error('no queue')) } };
    await remove({ env });
    w.env.clock.advance(10 * 60_000);
    await w.janitor();
    await w.drain();
    expect(await held(w)).toEqual(GONE);
  });

  it('can be neither cancelled nor undone', async () => {
    const w = await newWorld();
    const { id } = await remove(w);
    expect(await w.cancel(id)).toMatchObject({ result: 'INVALID_STATE' });
    await w.drain();
    expect(await w.undo(id)).toMatchObject({ result: 'INVALID_STATE' });
    expect(await w.cancel(id)).toMatchObject({ result: 'INVALID_STATE' });
  });
});

/** What may put the profile on project 22 while it is being deleted. */
const RIVALS = {
  'an attach of the project': async (w: World) => w.request({ profile: { id: 1 }, projectIds: [22] }),
  'an attach of the group': async (w: World) => w.request({ profile: { id: 1 }, groupIds: [1] }),
  'an attach that replaces': async (w: World) =>
    w.request({ profile: { id: 1 }, groupIds: [2], mode: 'SET' }),
  'an undo of a detach': async (w: World) => {
    const [detach] = (await listRegistrations(w.env.table, 1, w.env.clock.now())).filter(
      ({ change }) => change.kind === 'DETACH',
    );
    return w.undo(detach?.operationId ?? '');
  },
} as const;

async function expectGone(w: World, at: string): Promise<void> {
  await w.drain();
  expect(Object.values(await held(w)).flat(), at).not.toContain(1);
  expect(await statusOf(w), at).toBe('DELETED');
}

async function before(w: World): Promise<void> {
  await w.accepted({ kind: 'DETACH', profile: { id: 1 }, projectIds: [31] });
  await w.drain();
}

/** Before each of these commands one of the two is paused: what it decides on is read by then, and not written yet. */
const TRIED = ['TransactWriteItemsCommand', 'BatchExecuteStatementCommand'];

describe.each(Object.entries(RIVALS))('a deletion beside %s', (_name, rival) => {
  const attach = async (w: World): Promise<void> => {
    await rival(w);
    await w.drain();
  };
  const deletion = async (w: World): Promise<void> => {
    await remove(w);
    await w.drain();
  };

  it.each([
    ['it is paused itself', deletion, attach],
    ['the other one is paused', attach, deletion],
  ])('leaves nothing, wherever %s', async (_who, paused, meanwhile) => {
    let isOver = false;
    for (let pause = 1; !isOver; pause += 1) {
      const w = await newWorld();
      await before(w);
      let seen = 0;
      const faults = injectFaults(w.env.table, (command) => {
        seen += TRIED.includes(command) ? 1 : 0;
        if (seen !== pause) return undefined;
        return {
          before: async () => {
            faults.stop();
            // What was sent by the one that is paused waits: it may be in the middle of it.
            const waiting = w.env.attachQueue.messages.splice(0);
            await meanwhile(w);
            w.env.attachQueue.messages.push(...waiting);
          },
        };
      });
      await paused(w);
      faults.stop();
      isOver = seen < pause;
      if (isOver) expect(pause).toBeGreaterThan(3);
      else await expectGone(w, `paused before command ${pause}`);
    }
  });
});
