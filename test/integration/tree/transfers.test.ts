import { beforeEach, describe, expect, it } from 'vitest';
import { groupRef, projectRef } from '../../../shared/domain/node.ts';
import { findByPath } from '../../../shared/tree/find-by-path.ts';
import { locate } from '../../../shared/tree/locate.ts';
import { readNode, readProjects } from '../../../shared/storage/nodes.ts';
import { listRegistrations } from '../../../shared/storage/registrations.ts';
import type { Operation } from '../../../shared/domain/operation.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('ENGINE');
let w: World;

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  await w.group(1, null);
  await w.group(2, 1);
  await w.group(3, 2);
  await w.group(9, null);
  await w.group(8, 9);
  for (const [id, parentId] of [
    [11, 1],
    [12, 2],
    [13, 3],
  ] as const)
    await w.project(id, parentId);
  await w.accepted({ groupIds: [1] });
  await w.drain();
});

async function stored(projectId: number): Promise<number> {
  const project = (await readProjects(w.env.table, [projectId])).get(projectId);
  return Object.keys(project?.state.attachments ?? {}).length;
}

async function rehomes(rootId: number): Promise<readonly Operation[]> {
  const registrations = await listRegistrations(w.env.table, rootId, w.env.clock.now());
  const ids = registrations
    .filter(({ change }) => change.kind === 'REHOME')
    .map(({ operationId }) => operationId);
  return Promise.all(ids.map(async (id) => w.operation(id)));
}

describe('a project that goes to another root', () => {
  const event = { project_id: 12, old_namespace_id: 2, new_namespace_id: 8 };

  it('shows nothing of the old root at once, and holds nothing of it after the clean-up', async () => {
    await w.event('ProjectTransferredEvent', event);
    expect(await w.visible(12)).toEqual([]);
    expect(await stored(12)).toBe(1);
    await w.drain();
    expect(await stored(12)).toBe(0);
    expect(await rehomes(1)).toMatchObject([
      {
        status: 'SUCCEEDED',
        actor: 'system',
        projectIds: [12],
        totals: { applied: 1, unchanged: 0, skipped: 0, failed: 0 },
      },
    ]);
    expect(await findByPath(w.env.table, 'project', 'group-9/group-8/project-12')).toMatchObject(
      projectRef(12),
    );
    expect(await findByPath(w.env.table, 'project', 'group-1/group-2/project-12')).toBeUndefined();
  });

  it('is moved once by an event that comes twice', async () => {
    const time = new Date(w.env.clock.now()).toISOString();
    await w.event('Projects::ProjectTransferedEvent', event, time);
    await w.event('ProjectTransferredEvent', event, time);
    await w.drain();
    expect(await rehomes(1)).toHaveLength(1);
    expect(await rehomes(9)).toHaveLength(0);
  });

  it('is where the later of two events says, in whatever order they come', async () => {
    await w.event('ProjectTransferredEvent', { project_id: 12, new_namespace_id: 1 }, '2026-11-22T12:00:05Z');
    await w.event('ProjectTransferredEvent', event, '2026-11-22T12:00:04Z');
    await w.drain();
    expect(await w.visible(12)).toEqual(['SECRET_DETECTION']);
    expect(await rehomes(1)).toHaveLength(0);
  });

  it('follows two moves of one second by their old places, with occurred_at or without', async () => {
    const second = '2026-11-22T12:00:04Z';
    await w.event('ProjectTransferredEvent', event, second);
    await w.event(
      'ProjectTransferredEvent',
      { project_id: 12, old_namespace_id: 8, new_namespace_id: 3 },
      second,
    );
    await w.drain();
    expect((await readNode(w.env.table, projectRef(12)))?.parentId).toBe(3);
    await w.event(
      'ProjectTransferredEvent',
      { project_id: 12, old_namespace_id: 2, new_namespace_id: 1 },
      second,
    );
    expect((await readNode(w.env.table, projectRef(12)))?.parentId).toBe(3);
    await w.event(
      'ProjectTransferredEvent',
      { project_id: 12, new_namespace_id: 1, occurred_at: '2026-11-22T12:00:03.9Z' },
      second,
    );
    expect((await readNode(w.env.table, projectRef(12)))?.parentId).toBe(3);
  });

  it('is decided anew by an attach of the new root that comes before the clean-up', async () => {
    await w.event('ProjectTransferredEvent', event);
    await w.accepted({ profile: { template: 'sast' }, projectIds: [12] });
    expect(await w.visible(12)).toEqual(['SAST']);
    await w.drain();
    expect(await w.visible(12)).toEqual(['SAST']);
    expect(await rehomes(1)).toMatchObject([{ totals: { applied: 1 } }]);
  });
});

describe('a group', () => {
  it('keeps everything when it moves within its root', async () => {
    await w.event('GroupTransferredEvent', {
      group_id: 3,
      new_root_namespace_id: 1,
      old_parent_id: 2,
      new_parent_id: 1,
    });
    await w.drain();
    expect(await w.visible(13)).toEqual(['SECRET_DETECTION']);
    expect(await rehomes(1)).toHaveLength(0);
  });

  it('loses the old root’s profiles on all projects below it when it leaves', async () => {
    await w.event('GroupTransferredEvent', {
      group_id: 2,
      old_root_namespace_id: 1,
      new_root_namespace_id: 9,
    });
    for (const id of [12, 13]) expect(await w.visible(id)).toEqual([]);
    await w.drain();
    for (const id of [12, 13]) expect(await stored(id)).toBe(0);
    expect(await rehomes(1)).toMatchObject([
      { groupIds: [2], totals: { applied: 2, unchanged: 0, skipped: 0, failed: 0 } },
    ]);
    expect((await rehomes(1))[0]?.pagesKnown).toBe(1);
    expect((await readNode(w.env.table, groupRef(2)))?.parentId).toBe(9);
  });

  it('stays where it is, and is counted, where nobody says where else below its root', async () => {
    await w.event('GroupTransferredEvent', {
      group_id: 3,
      old_root_namespace_id: 1,
      new_root_namespace_id: 1,
    });
    expect((await readNode(w.env.table, groupRef(3)))?.parentId).toBe(2);
    expect(w.env.log.counts.get('MoveWithoutParent')).toBe(1);
  });

  it('is moved by the later of two events of one second, told by the roots where no parent is named', async () => {
    const second = '2026-11-22T12:00:04Z';
    const first = { group_id: 2, old_root_namespace_id: 1, new_root_namespace_id: 9 };
    const then = { group_id: 2, old_root_namespace_id: 9, new_root_namespace_id: 2 };
    await w.event('GroupTransferredEvent', first, second);
    await w.event('GroupTransferredEvent', then, second);
    await w.event('GroupTransferredEvent', first, second);
    expect((await readNode(w.env.table, groupRef(2)))?.parentId).toBeNull();
  });

  it('is where the later of two moves says that name roots only, though they come reversed', async () => {
    const there = { group_id: 2, old_root_namespace_id: 1, new_root_namespace_id: 9 };
    const back = { group_id: 2, old_root_namespace_id: 9, new_root_namespace_id: 1 };
    await w.event('GroupTransferredEvent', back, '2026-11-22T12:00:20Z');
    await w.event('GroupTransferredEvent', there, '2026-11-22T12:00:10Z');
    await w.drain();
    expect((await readNode(w.env.table, groupRef(2)))?.parentId).toBe(1);
    expect(await w.visible(13)).toEqual(['SECRET_DETECTION']);
  });

  it('becomes a root where it is its own new root', async () => {
    await w.event('GroupTransferredEvent', {
      group_id: 2,
      old_root_namespace_id: 1,
      new_root_namespace_id: 2,
    });
    await w.drain();
    expect((await readNode(w.env.table, groupRef(2)))?.parentId).toBeNull();
    expect(await stored(13)).toBe(0);
  });

  it('has its profiles again when it was a root, became a child and is a root again', async () => {
    await w.event('GroupTransferredEvent', {
      group_id: 1,
      old_root_namespace_id: 1,
      new_root_namespace_id: 9,
      new_parent_id: 8,
    });
    await w.drain();
    expect(await w.visible(11)).toEqual([]);
    expect(await rehomes(1)).toMatchObject([{ totals: { applied: 3 } }]);
    w.env.clock.advance(1000);
    await w.event('GroupTransferredEvent', { group_id: 1, new_root_namespace_id: 1, new_parent_id: null });
    await w.drain();
    const { change } = await w.accepted({ projectIds: [11] });
    expect(change).toMatchObject({ profileId: 1 });
    expect(await w.visible(11)).toEqual(['SECRET_DETECTION']);
  });

  it('in a circle has no root: nothing is visible, nothing allowed, and it is counted', async () => {
    await w.event('GroupTransferredEvent', { group_id: 2, new_root_namespace_id: 1, new_parent_id: 3 });
    expect(w.env.log.counts.get('EventWithoutParent')).toBe(1);
    expect(await w.visible(13)).toEqual([]);
    expect(await locate(w.env, [projectRef(13)], 'owner')).toEqual(new Map());
    expect(await w.request({ groupIds: [3] })).toEqual({ result: 'DENIED' });
    expect(w.env.log.counts.get('BrokenChain')).toBeGreaterThan(0);
  });
});
