import { beforeEach, describe, expect, it } from 'vitest';
import { projectRef } from '../../../shared/domain/node.ts';
import { readProjects } from '../../../shared/storage/nodes.ts';
import { findByPath } from '../../../shared/tree/find-by-path.ts';
import { locate } from '../../../shared/tree/locate.ts';
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
  await w.group(8, 9);
  await w.project(12, 2);
  await w.accepted({ groupIds: [1] });
  await w.drain();
});

async function stored(projectId: number): Promise<number> {
  const project = (await readProjects(w.env.table, [projectId])).get(projectId);
  return Object.keys(project?.state.attachments ?? {}).length;
}

describe('an event about what is not known', () => {
  it('waits for its node, and is applied when that is created', async () => {
    await w.event(
      'ProjectTransferredEvent',
      { project_id: 50, old_namespace_id: 1, new_namespace_id: 8 },
      '2026-11-22T12:00:05Z',
    );
    expect(w.env.log.counts.get('EventParked')).toBe(1);
    await w.event(
      'ProjectCreatedEvent',
      { project_id: 50, namespace_id: 1, path: 'fifty' },
      '2026-11-22T12:00:01Z',
    );
    expect(await findByPath(w.env.table, 'project', 'group-9/group-8/fifty')).toMatchObject(projectRef(50));
  });

  it('moves the pointer to a parent that is not known, and wipes when that arrives', async () => {
    await w.event('ProjectTransferredEvent', { project_id: 12, old_namespace_id: 2, new_namespace_id: 70 });
    await w.drain();
    expect(await w.visible(12)).toEqual([]);
    expect(await stored(12)).toBe(1);
    expect(w.env.log.counts.get('EventWithoutParent')).toBe(1);
    await w.event('GroupCreatedEvent', { group_id: 70, parent_id: 9, path: 'seventy' });
    await w.drain();
    expect(await stored(12)).toBe(0);
    expect(await findByPath(w.env.table, 'project', 'GROUP-9/Seventy/project-12')).toMatchObject(
      projectRef(12),
    );
  });

  it('loses to a deletion that is later, and a deletion to what is later than it', async () => {
    await w.event('ProjectDeletedEvent', { project_id: 12 }, '2026-11-22T12:00:05Z');
    await w.event('ProjectTransferredEvent', { project_id: 12, new_namespace_id: 8 }, '2026-11-22T12:00:04Z');
    expect(await locate(w.env, [projectRef(12)], 'owner')).toEqual(new Map());
    await w.event('ProjectDeletedEvent', { project_id: 51 }, '2026-11-22T12:00:05Z');
    await w.event(
      'ProjectCreatedEvent',
      { project_id: 51, namespace_id: 1, path: 'late' },
      '2026-11-22T12:00:04Z',
    );
    expect(await findByPath(w.env.table, 'project', 'group-1/late')).toBeUndefined();
    await w.event(
      'ProjectCreatedEvent',
      { project_id: 51, namespace_id: 1, path: 'again' },
      '2026-11-22T12:00:06Z',
    );
    expect(await w.accepted({ projectIds: [51] })).toMatchObject({ totals: { applied: 1 } });
  });

  it('stays deleted until something later than its last deletion', async () => {
    await w.event('ProjectDeletedEvent', { project_id: 12 }, '2026-11-22T12:00:10Z');
    await w.event('ProjectDeletedEvent', { project_id: 12 }, '2026-11-22T12:00:20Z');
    const again = { project_id: 12, namespace_id: 2, path: 'again' };
    await w.event('ProjectCreatedEvent', again, '2026-11-22T12:00:15Z');
    expect(await findByPath(w.env.table, 'project', 'group-1/group-2/again')).toBeUndefined();
    await w.event('ProjectCreatedEvent', again, '2026-11-22T12:00:25Z');
    expect(await findByPath(w.env.table, 'project', 'group-1/group-2/again')).toMatchObject(projectRef(12));
  });

  it('is refused, with every reason, where it cannot be understood', async () => {
    await expect(w.event('ProjectTransferredEvent', { project_id: 'x' })).rejects.toThrow(/new_namespace_id/);
    await expect(w.event('SomethingElse', {})).rejects.toThrow(/SomethingElse/);
    await expect(w.event('MemberAddedEvent', { user_id: 'u', access_level: 30 })).rejects.toThrow(
      /group_id or project_id/,
    );
  });
});

describe('names and members', () => {
  it('follow their events', async () => {
    await w.event('GroupRenamedEvent', { group_id: 2, path: 'Renamed' });
    expect(await findByPath(w.env.table, 'project', 'group-1/renamed/project-12')).toMatchObject(
      projectRef(12),
    );
    await w.event('MemberAddedEvent', { user_id: 5, access_level: 40, group_id: 1 }, '2026-11-22T12:00:02Z');
    expect((await w.request({ projectIds: [12], actor: '5' })).result).toBe('ACCEPTED');
    await expect(
      w.event('MemberAddedEvent', { user_id: 5, access_level: 33, group_id: 1 }),
    ).rejects.toThrow();
    await w.event('MemberAddedEvent', { user_id: 'minimal', access_level: 5, group_id: 1 });
    expect((await locate(w.env, [projectRef(12)], 'minimal')).get('project:12')?.levels).toEqual([]);
    await w.event('MemberRemovedEvent', { user_id: '5', group_id: 1 }, '2026-11-22T12:00:01Z');
    expect((await w.request({ projectIds: [12], actor: '5' })).result).toBe('ACCEPTED');
    await w.event('MemberRemovedEvent', { user_id: '5', group_id: 1 }, '2026-11-22T12:00:03Z');
    expect((await w.request({ projectIds: [12], actor: '5' })).result).toBe('DENIED');
  });
});
