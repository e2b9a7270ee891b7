import { beforeEach, expect, it } from 'vitest';
import { projectRef } from '../../../shared/domain/node.ts';
import { readNode } from '../../../shared/storage/nodes.ts';
import { groupLineOf, projectLineOf } from '../../support/import-files.ts';
import { day, iso, load } from '../../support/import-tree.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('ENGINE');
let w: World;

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
});

const GROUPS = [groupLineOf(1, null)];

/** Imports project 11 with this branch, or without one. */
async function loadBranch(branch: string | null | undefined, asOf: number): Promise<unknown> {
  const line = { ...projectLineOf(11, 1), ...(branch !== undefined && { default_branch: branch }) };
  return (await load(w.env, { groups: GROUPS, projects: [line] }, asOf)).projects;
}

async function branch(): Promise<string | undefined> {
  return (await readNode(w.env.table, projectRef(11)))?.defaultBranch;
}

it('comes with an import, and changes with a later one alone', async () => {
  expect(await loadBranch('main', day(2))).toMatchObject({ created: 1 });
  expect(await branch()).toBe('main');
  expect(await loadBranch('main', day(3))).toMatchObject({ unchanged: 1 });
  expect(await loadBranch('trunk', day(4))).toMatchObject({ changed: 1 });
  expect(await branch()).toBe('trunk');
  expect(await loadBranch('old', day(3))).toMatchObject({ later: 1 });
  expect(await branch()).toBe('trunk');
});

it.each([undefined, null])('stays where a file says %j', async (said) => {
  await loadBranch('main', day(1));
  expect(await loadBranch(said, day(2))).toMatchObject({ changed: 0, unchanged: 1 });
  expect(await branch()).toBe('main');
});

it('is added to a project that came without', async () => {
  await loadBranch(undefined, day(1));
  expect(await branch()).toBeUndefined();
  expect(await loadBranch('main', day(2))).toMatchObject({ changed: 1 });
  expect(await branch()).toBe('main');
});

it('comes with events, forward in time, and outlives a move and a rename', async () => {
  await load(w.env, { groups: [...GROUPS, groupLineOf(2, 1)], projects: [] }, day(1));
  const created = { project_id: 11, namespace_id: 1, path: 'x', default_branch: 'main' };
  await w.event('ProjectCreatedEvent', created, iso(day(2)));
  expect(await branch()).toBe('main');
  await w.event('ProjectRenamedEvent', { project_id: 11, default_branch: 'trunk' }, iso(day(4)));
  expect(await branch()).toBe('trunk');
  await w.event('ProjectRenamedEvent', { project_id: 11, default_branch: 'late' }, iso(day(3)));
  expect(await branch()).toBe('trunk');
  await w.event('ProjectTransferredEvent', { project_id: 11, new_namespace_id: 2 }, iso(day(5)));
  await w.event('ProjectRenamedEvent', { project_id: 11, path: 'y' }, iso(day(6)));
  expect(await readNode(w.env.table, projectRef(11))).toMatchObject({ parentId: 2, slug: 'y' });
  expect(await branch()).toBe('trunk');
});
