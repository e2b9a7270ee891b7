import { beforeEach, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import { listLog } from '../../../shared/storage/operation-log.ts';
import { readNode } from '../../../shared/storage/nodes.ts';
import { injectFaults } from '../../support/faults.ts';
import { flatGroup } from '../../support/flat-group.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('ENGINE');
let w: World;

/** Below root 1; the others are in group 2, and hold what is attached in these tests. */
const NAMED = [11, 12];

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await w.group(2, 1);
  await flatGroup(w.env.table, [1], NAMED);
  await flatGroup(w.env.table, [2, 1], [21, 22]);
  await w.accepted({ projectIds: [21, 22] });
  await w.drain();
});

describe('cancel', () => {
  it('asked for again while it is on its way changes nothing of it', async () => {
    await w.event('MemberAddedEvent', { user_id: 'colleague', access_level: 50, group_id: 1 });
    const { id } = await w.accepted({ groupIds: [2] });
    const first = await w.cancel(id);
    w.env.clock.advance(1_000);
    const second = await w.cancel(id, { actor: 'colleague' });
    expect(second).toEqual(first);
    expect(first).toMatchObject({ operation: { status: 'PENDING', stop: { by: 'owner' } } });
  });

  it('is refused after the end, with the state and what is possible', async () => {
    const invalid = (reason: RegExp): unknown => ({
      result: 'INVALID_STATE',
      reason: expect.stringMatching(reason),
    });
    const done = await w.accepted({ projectIds: NAMED });
    expect(await w.cancel(done.id)).toEqual(invalid(/^The operation is SUCCEEDED: .*undone/));
    const preview = await w.accepted({ projectIds: NAMED, dryRun: true });
    expect(await w.cancel(preview.id)).toEqual(invalid(/^The operation is PREVIEWED: /));
    const { id } = await w.accepted({ groupIds: [2] });
    await w.ended(await w.cancel(id));
    expect(await w.cancel(id)).toEqual(invalid(/^The operation is CANCELLED: /));
  });

  it('is refused where the operation ends while it is asked for, and leaves no trace of it', async () => {
    const { id } = await w.accepted({ groupIds: [2] });
    const faults = injectFaults(w.env.table, (command) => {
      if (command !== 'TransactWriteItemsCommand') return undefined;
      faults.stop();
      return { before: async () => w.drain() };
    });
    expect(await w.cancel(id)).toMatchObject({
      result: 'INVALID_STATE',
      reason: expect.stringContaining('SUCCEEDED'),
    });
    expect((await w.operation(id)).stop).toBeUndefined();
  });

  it('is refused to strangers, alike for what is absent', async () => {
    const { id } = await w.accepted({ groupIds: [2] });
    expect(await w.cancel(id, { actor: 'stranger' })).toEqual({ result: 'DENIED' });
    expect(await w.cancel('absent')).toEqual({ result: 'DENIED' });
    await w.drain();
    expect((await w.operation(id)).status).toBe('SUCCEEDED');
  });

  it('is refused for a re-home, which goes on', async () => {
    await w.group(9, null);
    w.env.clock.advance(1_000);
    await w.event('GroupTransferredEvent', { group_id: 2, new_root_namespace_id: 9, new_parent_id: 9 });
    const id = (await readNode(w.env.table, groupRef(2)))?.transfer?.operationId ?? '';
    expect(await w.cancel(id)).toMatchObject({
      result: 'INVALID_STATE',
      reason: expect.stringContaining('PENDING'),
    });
    await w.drain();
    expect(await w.operation(id)).toMatchObject({ status: 'SUCCEEDED', totals: { applied: 2 } });
  });
});

describe('a node that comes into the target of an operation that was cancelled', () => {
  it.each(['before', 'after'])('is not handed over %s its end', async (when) => {
    const { id } = await w.accepted({ groupIds: [2], profile: { template: 'sast' } });
    await w.cancel(id);
    if (when === 'after') await w.drain();
    await w.event('ProjectTransferredEvent', { project_id: 11, new_namespace_id: 2 });
    await w.drain();
    expect(await w.operation(id)).toMatchObject({ status: 'CANCELLED', handOvers: 0 });
    expect(await w.visible(11)).toEqual([]);
    expect((await listLog(w.env.table, 1, { limit: 10 })).entries).toHaveLength(2);
  });

  it('is not done by another that completes it where it was cancelled, and ended, while it was handed over', async () => {
    const { id } = await w.accepted({ groupIds: [2], profile: { template: 'sast' } });
    let transactions = 0;
    const faults = injectFaults(w.env.table, (command) => {
      if (command !== 'TransactWriteItemsCommand') return undefined;
      transactions += 1;
      // The first one moves the project.
      if (transactions === 1) return undefined;
      faults.stop();
      return {
        before: async () => {
          await w.ended(await w.cancel(id));
        },
      };
    });
    await w.event('ProjectTransferredEvent', { project_id: 11, new_namespace_id: 2 });
    await w.drain();
    expect(await w.operation(id)).toMatchObject({ status: 'CANCELLED', handOvers: 0 });
    expect(await w.visible(11)).toEqual([]);
  });

  it('is not done where it had been handed over before', async () => {
    const { id } = await w.accepted({ groupIds: [2], profile: { template: 'sast' } });
    await w.event('ProjectTransferredEvent', { project_id: 11, new_namespace_id: 2 });
    expect((await w.operation(id)).handOvers).toBe(1);
    await w.ended(await w.cancel(id));
    expect((await w.operation(id)).status).toBe('CANCELLED');
    expect(await w.visible(11)).toEqual([]);
  });
});
