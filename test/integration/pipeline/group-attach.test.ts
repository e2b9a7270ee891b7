import { beforeEach, describe, expect, it } from 'vitest';
import { PAGE_SIZE } from '../../../shared/domain/frontier.ts';
import { readProjects } from '../../../shared/storage/nodes.ts';
import { flatGroup } from '../../support/flat-group.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('PROCESS');
let w: World;

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await w.group(2, 1);
  await w.group(3, 2);
  await w.group(9, null);
  for (const [id, parentId] of [
    [11, 1],
    [12, 2],
    [13, 3],
    [14, 3],
  ] as const)
    await w.project(id, parentId);
});

describe('an attach to a group', () => {
  it('reaches every project below it and ends with the right totals', async () => {
    const { id } = await w.accepted({ groupIds: [1] });
    expect((await w.operation(id)).status).toBe('PENDING');
    await w.drain();
    const operation = await w.operation(id);
    expect(operation.status).toBe('SUCCEEDED');
    expect(operation.totals).toEqual({ applied: 4, unchanged: 0, skipped: 0, failed: 0 });
    for (const project of [11, 12, 13, 14]) expect(await w.visible(project)).toEqual(['SECRET_DETECTION']);
  });

  it('counts a project once that is named, and in a group that is inside another target', async () => {
    const { id, groupIds } = await w.accepted({ groupIds: [1, 2], projectIds: [13, 13] });
    expect(groupIds).toEqual([1]);
    await w.drain();
    expect((await w.operation(id)).totals).toEqual({ applied: 4, unchanged: 0, skipped: 0, failed: 0 });
  });

  it('writes no project when it changes nothing', async () => {
    await w.accepted({ groupIds: [1] });
    await w.drain();
    const before = await readProjects(w.env.table, [11, 12, 13, 14]);
    const { id } = await w.accepted({ groupIds: [1] });
    await w.drain();
    expect((await w.operation(id)).totals).toEqual({ applied: 0, unchanged: 4, skipped: 0, failed: 0 });
    expect(await readProjects(w.env.table, [11, 12, 13, 14])).toEqual(before);
  });

  it('does nothing twice when every message comes twice', async () => {
    const { id } = await w.accepted({ groupIds: [1] });
    const [first] = w.env.attachQueue.messages;
    if (first) w.env.attachQueue.messages.push(first, first);
    await w.drain();
    if (first) w.env.attachQueue.messages.push(first);
    await w.drain();
    const operation = await w.operation(id);
    expect(operation.totals.applied).toBe(4);
    expect(operation.pagesDone).toBe(operation.pagesKnown);
  });

  it('is finished by the janitor where its message was lost', async () => {
    const { id } = await w.accepted({ groupIds: [1] });
    w.env.attachQueue.messages.length = 0;
    await w.janitor();
    expect(w.env.attachQueue.messages).toHaveLength(0);
    w.env.clock.advance(241_000);
    await w.janitor();
    await w.drain();
    expect((await w.operation(id)).status).toBe('SUCCEEDED');
  });

  it('is stalled, with a metric, where three sendings were in vain', async () => {
    const { id } = await w.accepted({ groupIds: [1] });
    for (let minute = 0; minute < 6; minute += 1) {
      w.env.attachQueue.messages.length = 0;
      w.env.clock.advance(241_000);
      await w.janitor();
    }
    expect(w.env.log.counts.get('PageResent')).toBe(3);
    expect(w.env.log.counts.get('OperationStalled')).toBeGreaterThan(0);
    expect((await w.operation(id)).stalledAt).toBeDefined();
  });
});

describe('two operations', () => {
  it('let the one accepted last win, in whatever order their messages arrive', async () => {
    const attach = await w.accepted({ groupIds: [1] });
    const detach = await w.accepted({ kind: 'DETACH', groupIds: [1] });
    w.env.attachQueue.messages.reverse();
    await w.drain();
    expect(await w.visible(13)).toEqual([]);
    expect((await w.operation(attach.id)).totals).toEqual({
      applied: 0,
      unchanged: 0,
      skipped: 4,
      failed: 0,
    });
    expect((await w.operation(detach.id)).totals).toEqual({
      applied: 0,
      unchanged: 4,
      skipped: 0,
      failed: 0,
    });
  });
});

describe('a project that moves while an operation runs', () => {
  it('is decided and counted once though the walk never meets it', async () => {
    // A second page is still to come when project 14 moves to where the walk has been.
    const many = Array.from({ length: PAGE_SIZE }, (_, index) => 1_000 + index);
    await flatGroup(w.env.table, [2, 1], many);
    const { id } = await w.accepted({ groupIds: [1] });
    await w.deliver();
    await w.event('ProjectTransferredEvent', { project_id: 14, old_namespace_id: 3, new_namespace_id: 1 });
    await w.drain();
    const operation = await w.operation(id);
    expect(operation.totals).toEqual({ applied: many.length + 4, unchanged: 0, skipped: 0, failed: 0 });
    expect(operation.handOvers).toBeGreaterThan(0);
    expect(await w.visible(14)).toEqual(['SECRET_DETECTION']);
  });

  it('is not covered if it was created after the end', async () => {
    await w.accepted({ groupIds: [1] });
    await w.drain();
    w.env.clock.advance(1000);
    await w.event('ProjectCreatedEvent', { project_id: 77, namespace_id: 3, path: 'late' });
    await w.drain();
    expect(await w.visible(77)).toEqual([]);
  });
});

describe('a request', () => {
  it('is refused where the caller administers a subgroup only: profiles belong to the root', async () => {
    await w.event('MemberAddedEvent', { user_id: 'maintainer', access_level: 40, group_id: 2 });
    expect(await w.request({ actor: 'maintainer', projectIds: [12] })).toEqual({ result: 'DENIED' });
    await w.event('MemberAddedEvent', { user_id: 'maintainer', access_level: 40, group_id: 1 });
    expect((await w.request({ actor: 'maintainer', projectIds: [12] })).result).toBe('ACCEPTED');
  });

  it('is refused alike for what is absent, foreign, or not administered', async () => {
    const owner = { projectIds: [11] };
    expect(await w.request({ ...owner, actor: 'outsider' })).toEqual({ result: 'DENIED' });
    expect(await w.request({ projectIds: [11, 4711] })).toEqual({ result: 'DENIED' });
    expect(await w.request({ projectIds: [] })).toEqual({ result: 'DIFFERENT_ROOTS' });
    expect(await w.request({ projectIds: [11], groupIds: [9] })).toEqual({ result: 'DIFFERENT_ROOTS' });
    expect(await w.request({ ...owner, profile: { id: 99 } })).toEqual({ result: 'DENIED' });
  });
});
