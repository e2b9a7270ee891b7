import { utimes } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { groupRef, projectRef } from '../../../shared/domain/node.ts';
import { importTree } from '../../../shared/import/import-tree.ts';
import { readNode, readProjects } from '../../../shared/storage/nodes.ts';
import { locate } from '../../../shared/tree/locate.ts';
import { injectFaults } from '../../support/faults.ts';
import { groupLineOf, importFiles, projectLineOf } from '../../support/import-files.ts';
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

/** Counts calls that write, while they are made. */
function countWrites(): () => number {
  let writes = 0;
  injectFaults(w.env.table, (command) => {
    if (/Write|Put|Update|Delete/.test(command)) writes += 1;
    return undefined;
  });
  return () => writes;
}

describe('an import that runs again', () => {
  it('only reads, also as of a later time', async () => {
    expect(await load(w.env, TREE, day(1))).toMatchObject({
      groups: { created: 3 },
      projects: { created: 2 },
      members: { written: 3 },
    });
    const writes = countWrites();
    for (const asOf of [day(1), day(2)]) {
      expect(await load(w.env, TREE, asOf)).toMatchObject({
        groups: { created: 0, changed: 0, unchanged: 3, later: 0 },
        projects: { created: 0, changed: 0, unchanged: 2, later: 0 },
        members: { written: 0, unchanged: 3, later: 0 },
      });
    }
    expect(writes()).toBe(0);
  });

  it('takes a user id for the same whether it is a number or text', async () => {
    await load(w.env, TREE, day(1));
    expect(await levelsOf(11, '7')).toEqual([40]);
    const again = await load(
      w.env,
      { ...TREE, members: [{ user_id: '7', access_level: 40, group_id: 1 }] },
      day(1),
    );
    expect(again.members).toMatchObject({ written: 0, unchanged: 1 });
  });

  it('moves, renames and re-homes what is elsewhere in newer files', async () => {
    await load(w.env, TREE, day(1));
    await w.accepted({ groupIds: [1] });
    await w.drain();
    expect(await w.visible(12)).toEqual(['SECRET_DETECTION']);
    const summary = await load(
      w.env,
      {
        groups: [groupLineOf(1, null), groupLineOf(2, 9, 'renamed'), groupLineOf(9, null)],
        projects: [projectLineOf(11, 1), projectLineOf(12, 2)],
      },
      day(2),
    );
    expect(summary).toMatchObject({ groups: { changed: 1, unchanged: 2 }, projects: { unchanged: 2 } });
    expect(await readNode(w.env.table, groupRef(2))).toMatchObject({
      parentId: 9,
      slug: 'renamed',
      placedAt: day(2),
    });
    await w.drain();
    const project = (await readProjects(w.env.table, [12])).get(12);
    expect(project?.state.attachments).toEqual({});
    expect(project?.state.rootId).toBe(9);
  });

  it('exchanges a group and its parent', async () => {
    await load(w.env, TREE, day(1));
    await load(w.env, { groups: [groupLineOf(1, 2), groupLineOf(2, null)] }, day(2));
    const located = (await locate(w.env, [projectRef(11)], 'owner')).get('project:11');
    expect(located?.groups.map(({ id }) => id)).toEqual([1, 2]);
  });

  it('takes levels that grant nothing for no membership', async () => {
    await load(w.env, TREE, day(1));
    await load(w.env, { ...TREE, members: [{ user_id: 'owner', access_level: 5, group_id: 1 }] }, day(2));
    expect(await levelsOf(11, 'owner')).toEqual([]);
  });
});

describe('what happened later than the files', () => {
  beforeEach(async () => {
    await load(w.env, TREE, day(1));
  });

  it('is not undone: a move, a rename, a deletion, a membership that was removed', async () => {
    const at = (number: number): { occurred_at: string } => ({ occurred_at: iso(day(number)) });
    await w.event('ProjectTransferredEvent', {
      project_id: 11,
      old_namespace_id: 1,
      new_namespace_id: 9,
      ...at(5),
    });
    await w.event('GroupRenamedEvent', { group_id: 2, path: 'other', ...at(5) });
    await w.event('ProjectDeletedEvent', { project_id: 12, ...at(5) });
    await w.event('MemberRemovedEvent', { user_id: '7', group_id: 1, ...at(5) });
    const summary = await load(w.env, TREE, day(4));
    expect(summary).toMatchObject({ groups: { later: 1 }, projects: { later: 2 }, members: { later: 1 } });
    expect(await parentOf(11)).toBe(9);
    expect((await readNode(w.env.table, groupRef(2)))?.slug).toBe('other');
    expect((await readNode(w.env.table, projectRef(12)))?.deletedAt).toBe(day(5));
    expect(await levelsOf(11, '7')).toEqual([]);
  });

  it('is undone by files that are later still', async () => {
    const at = { occurred_at: iso(day(5)) };
    await w.event('ProjectTransferredEvent', {
      project_id: 11,
      old_namespace_id: 1,
      new_namespace_id: 9,
      ...at,
    });
    await w.event('ProjectDeletedEvent', { project_id: 12, ...at });
    await w.event('MemberRemovedEvent', { user_id: '7', group_id: 1, ...at });
    await load(w.env, TREE, day(6));
    expect(await parentOf(11)).toBe(1);
    expect(await parentOf(12)).toBe(2);
    expect((await readNode(w.env.table, projectRef(12)))?.deletedAt).toBeUndefined();
    expect(await levelsOf(11, '7')).toEqual([40]);
  });

  it('is only what it changed: a node that moved later may still be renamed by older files', async () => {
    const at = { occurred_at: iso(day(5)) };
    await w.event('ProjectTransferredEvent', {
      project_id: 11,
      old_namespace_id: 1,
      new_namespace_id: 9,
      ...at,
    });
    await load(w.env, { ...TREE, projects: [projectLineOf(11, 1, 'renamed')] }, day(4));
    expect(await readNode(w.env.table, projectRef(11))).toMatchObject({ parentId: 9, slug: 'renamed' });
  });

  it('is an event that comes after an import though it is older: it changes nothing', async () => {
    await load(w.env, { ...TREE, projects: [projectLineOf(11, 9)] }, day(5));
    await w.event('ProjectTransferredEvent', {
      project_id: 11,
      old_namespace_id: 1,
      new_namespace_id: 2,
      occurred_at: iso(day(4)),
    });
    expect(await parentOf(11)).toBe(9);
  });
});

describe('files without a time', () => {
  it('are as of their last change, in whole seconds as events are', async () => {
    const files = await importFiles(TREE);
    const changedAt = (day(3) + 700) / 1000;
    for (const file of [files.groups, files.projects, files.members ?? ''])
      await utimes(file, changedAt, changedAt);
    await importTree(w.env, files);
    expect((await readNode(w.env.table, projectRef(11)))?.placedAt).toBe(day(3));
    // An event of the same second, whose envelope has nothing finer.
    await w.event(
      'ProjectTransferredEvent',
      { project_id: 11, old_namespace_id: 1, new_namespace_id: 9 },
      iso(day(3)),
    );
    expect(await parentOf(11)).toBe(9);
    await importTree(w.env, files);
    expect(await parentOf(11)).toBe(9);
  });

  it('have each its own', async () => {
    const files = await importFiles(TREE);
    await utimes(files.groups, day(3) / 1000, day(3) / 1000);
    await utimes(files.projects, day(4) / 1000, day(4) / 1000);
    await importTree(w.env, files);
    expect((await readNode(w.env.table, groupRef(1)))?.placedAt).toBe(day(3));
    expect((await readNode(w.env.table, projectRef(11)))?.placedAt).toBe(day(4));
  });
});
