import { beforeEach, describe, expect, it } from 'vitest';
import { groupRef, type NodeRef, projectRef } from '../../../shared/domain/node.ts';
import { type Imported, importTree, type ImportRequest } from '../../../shared/import/import-tree.ts';
import { readNode } from '../../../shared/storage/nodes.ts';
import { findByPath } from '../../../shared/tree/find-by-path.ts';
import { locate } from '../../../shared/tree/locate.ts';
import { injectFaults } from '../../support/faults.ts';
import { groupLineOf, importFiles, projectLineOf } from '../../support/import-files.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment } from '../../support/test-environment.ts';
import { world, type World } from '../../support/world.ts';

const newTable = useTables('ENGINE');
let w: World;

const EARLY = Date.UTC(2026, 10, 1);
const LATE = Date.UTC(2026, 10, 3);
const LATER = '2026-11-05T00:00:00.000Z';

const FULL = {
  groups: [groupLineOf(1, null, 'a'), groupLineOf(2, 1, 'b'), groupLineOf(3, 2, 'c')],
  projects: [projectLineOf(11, 1, 'one'), projectLineOf(12, 3, 'two')],
  members: [
    { user_id: 'owner', access_level: 50, group_id: 1 },
    { user_id: 'guest', access_level: 10, project_id: 11 },
  ],
};
const LESS = { groups: [groupLineOf(1, null, 'a')], projects: [projectLineOf(11, 1, 'one')] };

beforeEach(async () => {
  w = world(testEnvironment(await newTable()));
  await importTree(w.env, { ...(await importFiles(FULL)), asOf: EARLY });
});

async function pruneBy(
  files: Parameters<typeof importFiles>[0],
  prune: ImportRequest['prune'] = 'REMOVE',
): Promise<Imported> {
  return importTree(w.env, { ...(await importFiles(files)), asOf: LATE, prune });
}

async function isThere(ref: NodeRef): Promise<boolean> {
  const node = await readNode(w.env.table, ref);
  return node !== undefined && node.deletedAt === undefined;
}

async function levels(userId: string): Promise<readonly number[] | undefined> {
  return (await locate(w.env, [projectRef(11)], userId)).get('project:11')?.levels;
}

describe('pruning', () => {
  it('removes what the files do not have, and leaves tombstones', async () => {
    expect(await pruneBy(LESS)).toMatchObject({ summary: { pruned: { nodes: 3, members: 0, later: 0 } } });
    expect(await findByPath(w.env.table, 'project', 'a/b/c/two')).toBeUndefined();
    expect(await readNode(w.env.table, projectRef(12))).toMatchObject({ deletedAt: LATE });
    expect(await isThere(projectRef(11))).toBe(true);
    expect(await levels('guest')).toEqual([10]);
    await w.event('ProjectTransferredEvent', {
      project_id: 12,
      new_namespace_id: 1,
      occurred_at: '2026-11-02T00:00:00Z',
    });
    expect(await isThere(projectRef(12))).toBe(false);
  });

  it('removes memberships if a file of members is there', async () => {
    const members = [{ user_id: 'owner', access_level: 50, group_id: 1 }];
    expect(await pruneBy({ ...FULL, members })).toMatchObject({
      summary: { pruned: { nodes: 0, members: 1 } },
    });
    expect(await levels('guest')).toEqual([]);
    expect(await levels('owner')).toEqual([50]);
  });

  it('keeps what came, moved or was named later than the files', async () => {
    const at = { occurred_at: LATER };
    await w.event('ProjectCreatedEvent', { project_id: 13, namespace_id: 1, path: 'new', ...at });
    await w.event('ProjectTransferredEvent', {
      project_id: 12,
      old_namespace_id: 3,
      new_namespace_id: 1,
      ...at,
    });
    await w.event('GroupRenamedEvent', { group_id: 2, path: 'bb', ...at });
    await w.event('MemberAddedEvent', { user_id: 'guest', access_level: 20, project_id: 11, ...at });
    expect(await pruneBy({ ...LESS, members: [] })).toMatchObject({
      summary: { pruned: { nodes: 1, members: 1, later: 4 } },
    });
    expect(
      await Promise.all([projectRef(12), projectRef(13), groupRef(2), groupRef(3)].map(isThere)),
    ).toEqual([true, true, true, false]);
    expect(await levels('guest')).toEqual([20]);
    expect(await levels('owner')).toEqual([]);
  });

  it('finds what no group leads to', async () => {
    await importTree(w.env, { ...(await importFiles({ projects: [projectLineOf(99, 98)] })), asOf: EARLY });
    await pruneBy(FULL);
    expect(await isThere(projectRef(99))).toBe(false);
  });

  it('is refused by files with bad lines, or without groups: the import takes place, and nothing goes', async () => {
    const bad = await pruneBy({ ...LESS, projects: [projectLineOf(14, 1), { id: 11 }] });
    expect(bad).toMatchObject({ badLines: 1, refusal: 'BAD_LINES', summary: { projects: { created: 1 } } });
    expect(await pruneBy({})).toMatchObject({ refusal: 'NO_GROUPS' });
    expect(await isThere(projectRef(11))).toBe(true);
    expect(await isThere(groupRef(3))).toBe(true);
  });
});

describe('a dry run of pruning', () => {
  it('lists what would go, children first, and writes nothing', async () => {
    let writes = 0;
    injectFaults(w.env.table, (command) => {
      if (/Write|Put|Update|Delete/.test(command)) writes += 1;
      return undefined;
    });
    const listed = await pruneBy({ ...LESS, projects: [projectLineOf(77, 1)], members: [] }, 'LIST');
    if (listed.result !== 'LISTED') throw new Error('it imported');
    expect(listed.surplus.nodes.map(({ path }) => path)).toEqual(['a/one', 'a/b/c/two', 'a/b/c', 'a/b']);
    expect(listed.surplus.members.map(({ userId }) => userId).toSorted()).toEqual(['guest', 'owner']);
    expect(writes).toBe(0);
    expect(await isThere(projectRef(77))).toBe(false);
  });
});
