import { beforeEach, describe, expect, it } from 'vitest';
import { MAXIMUM_RUNNING } from '../../../shared/pipeline/accept.ts';
import { listLog } from '../../../shared/storage/operation-log.ts';
import { listRegistrations } from '../../../shared/storage/registrations.ts';
import { flatGroup, subgroups } from '../../support/flat-group.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('PROCESS');
let w: World;

/** Root 1 with more groups than operations may run, and projects 11 and 101; root 9 with the same owner. */
const GROUPS = Array.from({ length: MAXIMUM_RUNNING + 4 }, (_, index) => 100 + index);

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await w.group(9, null);
  await subgroups(w.env.table, [1], GROUPS);
  await flatGroup(w.env.table, [1], [11]);
});

/** Accepts so many operations on a group each. Answers their ids. */
async function run(count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const id of GROUPS.slice(0, count)) ids.push((await w.accepted({ groupIds: [id] })).id);
  return ids;
}

describe('twenty operations that run', () => {
  it('are the most: one more is refused with their ids, until one has ended', async () => {
    expect(MAXIMUM_RUNNING).toBe(20);
    const running = await run(20);
    const more = { groupIds: [1] };
    expect(await w.request(more)).toEqual({ result: 'TOO_MANY_OPERATIONS', running });
    expect((await listLog(w.env.table, 1, { limit: 100 })).entries).toHaveLength(20);
    await w.deliver();
    expect((await w.operation(running[0] ?? '')).status).toBe('SUCCEEDED');
    const { id } = await w.accepted(more);
    expect(await w.request({ groupIds: [1], kind: 'DETACH' })).toEqual({
      result: 'TOO_MANY_OPERATIONS',
      running: [...running.slice(1), id],
    });
  });

  it('make room when one of them is cancelled, once that has ended', async () => {
    const running = await run(20);
    await w.cancel(running[7] ?? '');
    expect((await w.request({ groupIds: [1] })).result).toBe('TOO_MANY_OPERATIONS');
    const last = w.env.attachQueue.messages.pop();
    if (last) w.env.attachQueue.messages.unshift(last);
    await w.deliver();
    expect((await w.operation(running[7] ?? '')).status).toBe('CANCELLED');
    expect((await w.request({ groupIds: [1] })).result).toBe('ACCEPTED');
  });

  it('keep neither projects that are named, nor another root, nor the same request from being done', async () => {
    const running = await run(20);
    expect(await w.accepted({ projectIds: [11] })).toMatchObject({ status: 'SUCCEEDED' });
    expect((await w.request({ groupIds: [9] })).result).toBe('ACCEPTED');
    const newest = await w.request({ projectIds: [11], dryRun: true });
    expect(newest).toMatchObject({ operation: { status: 'PREVIEWED' } });
    expect(running).toHaveLength(20);
  });

  it('give the handle of the newest to who asks for the same, also under a key', async () => {
    const running = await run(20);
    const same = { groupIds: [GROUPS[19] ?? 0] };
    expect(await w.accepted(same)).toMatchObject({ id: running[19] });
    expect(await w.accepted({ ...same, idempotencyKey: 'key' })).toMatchObject({ id: running[19] });
  });

  it('hold for previews of groups, undo, retry and apply as well', async () => {
    const done = await w.accepted({ projectIds: [11] });
    const preview = await w.accepted({ projectIds: [11], profile: { template: 'sast' }, dryRun: true });
    const refused = { result: 'TOO_MANY_OPERATIONS', running: await run(20) };
    expect(await w.request({ groupIds: [1], dryRun: true })).toEqual(refused);
    expect(await w.undo(done.id)).toEqual(refused);
    expect(await w.apply(preview.id)).toEqual(refused);
  });

  it('keep no transfer from being cleaned up', async () => {
    await run(20);
    await w.accepted({ projectIds: [11] });
    w.env.clock.advance(1_000);
    await w.event('ProjectTransferredEvent', { project_id: 11, new_namespace_id: 9 });
    await w.drain();
    await w.event('ProjectTransferredEvent', { project_id: 11, new_namespace_id: 1 });
    await w.drain();
    expect(await w.visible(11)).toEqual([]);
  });

  it('are counted without the clean-up of a transfer', async () => {
    await run(19);
    await w.event('ProjectTransferredEvent', { project_id: 11, new_namespace_id: 9 });
    expect((await listRegistrations(w.env.table, 1, 0)).at(-1)).toMatchObject({ change: { kind: 'REHOME' } });
    expect((await w.request({ groupIds: [1] })).result).toBe('ACCEPTED');
  });

  it('are never twenty-one, however many ask for the last place at once', async () => {
    const running = await run(19);
    const others = GROUPS.slice(19);
    const answers = await Promise.all(others.map(async (id) => w.request({ groupIds: [id] })));
    const accepted = answers.flatMap((answer) => (answer.result === 'ACCEPTED' ? [answer.operation.id] : []));
    expect(accepted).toHaveLength(1);
    const refused = answers.filter(({ result }) => result !== 'ACCEPTED');
    expect(refused).toHaveLength(others.length - 1);
    for (const answer of refused)
      expect(answer).toEqual({ result: 'TOO_MANY_OPERATIONS', running: [...running, ...accepted] });
  });
});
