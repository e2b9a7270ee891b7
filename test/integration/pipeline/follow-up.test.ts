import { beforeEach, describe, expect, it } from 'vitest';
import { runMessage } from '../../../functions/attach-worker/run-message.ts';
import { projectRef } from '../../../shared/domain/node.ts';
import { readNode } from '../../../shared/storage/nodes.ts';
import { listLog } from '../../../shared/storage/operation-log.ts';
import { listRegistrations } from '../../../shared/storage/registrations.ts';
import { followPlacing } from '../../../shared/tree/apply-event.ts';
import { placeNode } from '../../../shared/tree/place-node.ts';
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
  await w.group(3, 1);
  await w.project(12, 2);
});

/** Moves project 12 without a word to the operations that run: whoever moved it was paused before it came to that. */
async function moveInSilence(): ReturnType<typeof placeNode> {
  return placeNode(w.env, { ref: projectRef(12), parentId: 3, at: w.env.clock.now() });
}

describe('a node that reaches an operation only after its end', () => {
  it('is decided by another that completes it, though a later detach was asked for elsewhere', async () => {
    const attach = await w.accepted({ groupIds: [3] });
    const placed = await moveInSilence();
    await w.accepted({ kind: 'DETACH', projectIds: [12] });
    if (placed.result !== 'PLACED') throw new Error('it was not moved');
    await w.drain();
    expect((await w.operation(attach.id)).status).toBe('SUCCEEDED');
    await followPlacing(w.env, placed.node);
    await w.drain();
    // The detach was accepted later, so it stands, whichever operation decides about the project last.
    expect(await w.visible(12)).toEqual([]);
    const registrations = await listRegistrations(w.env.table, 1, 0);
    expect(registrations.some(({ operationId }) => operationId.startsWith(`${attach.id}-project-12-`))).toBe(
      true,
    );
  });

  it('counts as in time where the clocks of two functions differ by less than a tenth of a second', async () => {
    const { id } = await w.accepted({ groupIds: [3] });
    await w.drain();
    w.env.clock.advance(90);
    const near = await moveInSilence();
    if (near.result === 'PLACED') await followPlacing(w.env, near.node);
    await w.drain();
    expect(await w.visible(12)).toEqual(['SECRET_DETECTION']);
    const registrations = await listRegistrations(w.env.table, 1, 0);
    const followUp = registrations.find(({ operationId }) => operationId.startsWith(`${id}-`));
    expect(await w.operation(followUp?.operationId ?? '')).toMatchObject({ followUpOf: id, sequence: 1 });
  });

  it.each([
    [
      'nearly an hour after the end, when those who decide are about to forget the operation, is left alone',
      51,
      [],
    ],
    ['some minutes before that is decided', 49, ['SECRET_DETECTION']],
  ])('%s', async (_name, minutes, visible) => {
    await w.accepted({ groupIds: [3] });
    await w.drain();
    w.env.clock.advance(90);
    const placed = await moveInSilence();
    w.env.clock.advance(minutes * 60_000);
    if (placed.result === 'PLACED') await followPlacing(w.env, placed.node);
    await w.drain();
    expect(await w.visible(12)).toEqual(visible);
  });

  it('is decided, too, where it was renamed after that, before anybody was told of the move', async () => {
    await w.accepted({ groupIds: [3] });
    await moveInSilence();
    await w.drain();
    w.env.clock.advance(5_000);
    await w.event('ProjectRenamedEvent', { project_id: 12, path: 'new', old_path: 'project-12' });
    await w.drain();
    expect(await w.visible(12)).toEqual(['SECRET_DETECTION']);
    // From here on there is nothing to be told.
    expect((await readNode(w.env.table, projectRef(12)))?.unsettledSince).toBeUndefined();
    const before = await listRegistrations(w.env.table, 1, 0);
    w.env.clock.advance(5_000);
    await w.event('ProjectRenamedEvent', { project_id: 12, path: 'newer', old_path: 'new' });
    expect(await listRegistrations(w.env.table, 1, 0)).toEqual(before);
  });

  it('is left alone where it came later than that', async () => {
    await w.accepted({ groupIds: [3] });
    await w.drain();
    w.env.clock.advance(110);
    const late = await moveInSilence();
    if (late.result === 'PLACED') await followPlacing(w.env, late.node);
    await w.drain();
    expect(await w.visible(12)).toEqual([]);
  });
});

describe('a re-home of a top-level group', () => {
  it('needs no other to complete it: what moves behind its walk is in its own record, and is made good with it', async () => {
    await w.group(9, null);
    await w.group(31, 3);
    await w.project(13, 31);
    await w.accepted({ projectIds: [13] });
    await w.drain();
    await w.event('GroupTransferredEvent', { group_id: 1, new_root_namespace_id: 9, new_parent_id: 9 });
    // Project 13 moves from where the walk has not been yet to where it was.
    const ref = projectRef(13);
    let queries = 0;
    const faults = injectFaults(w.env.table, (command) => {
      queries += Number(command === 'QueryCommand');
      if (queries < 4) return undefined;
      faults.stop();
      return {
        before: async () => {
          await placeNode(w.env, { ref, parentId: 2, at: w.env.clock.now() });
        },
      };
    });
    await w.drain();
    const moved = await readNode(w.env.table, ref);
    if (moved) await followPlacing(w.env, moved);
    await w.drain();
    const [rehome] = (await listLog(w.env.table, 1, { limit: 1 })).entries;
    const adopted = await w.ended(await w.adopt(rehome?.operationId ?? ''));
    expect(adopted.totals).toMatchObject({ applied: 1, skipped: 0 });
    expect(await w.visible(13)).toEqual(['SECRET_DETECTION']);
  });
});

describe('a message of a version that is not known', () => {
  it('fails, so that it is kept for those who know it', async () => {
    const { id } = await w.accepted({ groupIds: [2] });
    const run = runMessage(w.env, { version: 3, operationId: id, pageId: 'G' }, w.env.clock.now() + 20_000);
    await expect(run).rejects.toThrow('version 3');
    expect((await w.operation(id)).status).toBe('PENDING');
  });
});
