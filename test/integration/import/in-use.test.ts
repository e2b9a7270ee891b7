import { beforeEach, describe, expect, it } from 'vitest';
import { PAGE_SIZE } from '../../../shared/domain/frontier.ts';
import { projectRef } from '../../../shared/domain/node.ts';
import { readNode, readProjects } from '../../../shared/storage/nodes.ts';
import { locate } from '../../../shared/tree/locate.ts';
import { injectFaults } from '../../support/faults.ts';
import { groupLineOf, projectLineOf } from '../../support/import-files.ts';
import { day, iso, load, TREE } from '../../support/import-tree.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('ENGINE');
let w: World;

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
});

async function parentOf(projectId: number): Promise<number | null | undefined> {
  return (await readNode(w.env.table, projectRef(projectId)))?.parentId;
}

async function levelsOf(projectId: number, userId: string): Promise<readonly number[] | undefined> {
  return (await locate(w.env, [projectRef(projectId)], userId)).get(`project:${projectId}`)?.levels;
}

describe('while the tree is used', () => {
  it('an import hands new nodes to operations that have passed their place', async () => {
    w.env.clock.set(day(10));
    const many = Array.from({ length: PAGE_SIZE }, (_, index) => projectLineOf(1000 + index, 2));
    await load(w.env, { ...TREE, projects: [...TREE.projects, ...many] }, day(1));
    // The second page is still to come.
    const { id } = await w.accepted({ groupIds: [1] });
    await w.deliver();
    w.env.clock.advance(1000);
    const late = {
      groups: [...TREE.groups, groupLineOf(3, 1), groupLineOf(4, 3)],
      projects: [projectLineOf(13, 1), projectLineOf(14, 4), projectLineOf(15, 9)],
    };
    await load(w.env, late, day(2));
    await w.drain();
    expect(await w.visible(13)).toEqual(['SECRET_DETECTION']);
    expect(await w.visible(14)).toEqual(['SECRET_DETECTION']);
    expect((await w.operation(id)).totals).toEqual({
      applied: PAGE_SIZE + 4,
      unchanged: 0,
      skipped: 0,
      failed: 0,
    });
  });

  it('an import that died before it handed over does so when it runs again', async () => {
    w.env.clock.set(day(10));
    const many = Array.from({ length: PAGE_SIZE }, (_, index) => projectLineOf(1000 + index, 2));
    await load(w.env, { ...TREE, projects: [...TREE.projects, ...many] }, day(1));
    w.env.clock.advance(2 * 86_400_000);
    await w.accepted({ groupIds: [1] });
    await w.deliver();
    w.env.clock.advance(1000);
    const late = { ...TREE, projects: [projectLineOf(13, 1)] };
    const { stop } = injectFaults(w.env.table, (command) =>
      command === 'QueryCommand'
        ? {
            before: () => {
              throw new Error('it dies here');
            },
          }
        : undefined,
    );
    await expect(load(w.env, late, day(2))).rejects.toThrow('it dies here');
    stop();
    expect(await parentOf(13)).toBe(1);
    expect((await load(w.env, late, day(2))).projects).toMatchObject({ created: 0, unchanged: 1 });
    await w.drain();
    expect(await w.visible(13)).toEqual(['SECRET_DETECTION']);
  });

  it('an import brings what events had been waiting for', async () => {
    await load(w.env, TREE, day(1));
    await w.event('ProjectTransferredEvent', {
      project_id: 20,
      new_namespace_id: 9,
      occurred_at: iso(day(5)),
    });
    await w.event('ProjectTransferredEvent', {
      project_id: 21,
      new_namespace_id: 9,
      occurred_at: iso(day(1)),
    });
    await w.event('ProjectTransferredEvent', {
      project_id: 22,
      new_namespace_id: 9,
      occurred_at: iso(day(5)),
    });
    const summary = await load(
      w.env,
      { ...TREE, projects: [projectLineOf(20, 1), projectLineOf(21, 1)] },
      day(4),
    );
    expect(summary.awaited).toBe(2);
    expect(await parentOf(20)).toBe(9);
    expect(await parentOf(21)).toBe(1);
    expect(await parentOf(22)).toBeUndefined();
  });

  it('a new group below which projects came before re-homes them', async () => {
    await load(w.env, TREE, day(1));
    await w.accepted({ projectIds: [11] });
    await w.event('ProjectTransferredEvent', { project_id: 11, old_namespace_id: 1, new_namespace_id: 50 });
    expect(await w.visible(11)).toEqual([]);
    const members = [{ user_id: 'owner', access_level: 50, group_id: 50 }];
    await load(w.env, { groups: [groupLineOf(50, null)], members }, day(2));
    await w.drain();
    const project = (await readProjects(w.env.table, [11])).get(11);
    expect(project?.state).toMatchObject({ rootId: 50, attachments: {} });
  });

  it('two imports at once bring the same tree', async () => {
    const many = Array.from({ length: 300 }, (_, index) => projectLineOf(1000 + index, 2));
    const files = { ...TREE, projects: [...TREE.projects, ...many] };
    const [one, other] = await Promise.all([load(w.env, files, day(1)), load(w.env, files, day(1))]);
    expect(one.projects.created + other.projects.created).toBe(302);
    expect(one.projects.created + one.projects.unchanged).toBe(302);
    expect(await levelsOf(1299, 'owner')).toEqual([50]);
  });
});
