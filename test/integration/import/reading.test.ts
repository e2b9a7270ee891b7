import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { groupRef, projectRef } from '../../../shared/domain/node.ts';
import { importTree, type Imported } from '../../../shared/import/import-tree.ts';
import type { BadLine } from '../../../shared/import/read-records.ts';
import { readNode } from '../../../shared/storage/nodes.ts';
import { findByPath } from '../../../shared/tree/find-by-path.ts';
import { groupLineOf, importFiles, ndjson, projectLineOf } from '../../support/import-files.ts';
import { useTables } from '../../support/tables.ts';
import { testEnvironment, type TestEnvironment } from '../../support/test-environment.ts';

const newTable = useTables('ENGINE');
let env: TestEnvironment;

beforeEach(async () => {
  env = testEnvironment(await newTable());
});

async function load(
  files: Parameters<typeof importFiles>[0],
): Promise<{ readonly imported: Imported; readonly bad: readonly string[] }> {
  const bad: BadLine[] = [];
  const imported = await importTree(env, {
    ...(await importFiles(files)),
    onBadLine: (line) => bad.push(line),
  });
  return {
    imported,
    bad: bad.map(({ file, line, reason }) => `${file.split('/').at(-1) ?? ''}:${line}: ${reason}`),
  };
}

describe('files', () => {
  it('may have their lines in any order', async () => {
    await load({
      groups: [groupLineOf(3, 2, 'c'), groupLineOf(2, 1, 'b'), groupLineOf(1, null, 'a')],
      projects: [projectLineOf(12, 3, 'two'), projectLineOf(11, 1, 'one')],
    });
    expect(await findByPath(env.table, 'project', 'a/b/c/two')).toMatchObject(projectRef(12));
    expect(await findByPath(env.table, 'project', 'a/one')).toMatchObject(projectRef(11));
    expect((await readNode(env.table, projectRef(12)))?.chain).toEqual([3, 2, 1]);
  });

  it('may be gzipped whatever they are called', async () => {
    await load({
      groups: gzipSync(ndjson([groupLineOf(1, null, 'a')])),
      projects: [projectLineOf(11, 1, 'one')],
    });
    expect(await findByPath(env.table, 'project', 'a/one')).toMatchObject(projectRef(11));
  });

  it('may have empty lines, carriage returns, a byte order mark, line separators in names, and no newline at the end', async () => {
    const first = JSON.stringify({ ...groupLineOf(1, null, 'a'), name: 'A' });
    const second = JSON.stringify({ ...groupLineOf(2, null, 'b'), name: 'one\u2028two' });
    const { bad } = await load({ groups: `\uFEFF${first}\r\n\r\n\n${second}` });
    expect(bad).toEqual([]);
    expect((await readNode(env.table, groupRef(2)))?.name).toBe('one\u2028two');
  });

  it('that cannot be opened fail before anything is written', async () => {
    const files = await importFiles({ groups: [groupLineOf(1, null)] });
    await expect(importTree(env, { ...files, projects: '/nowhere' })).rejects.toThrow('ENOENT');
    expect(await readNode(env.table, groupRef(1))).toBeUndefined();
  });
});

describe('a bad line', () => {
  it.each([
    ['not JSON', '{"id":', 'not JSON'],
    ['no object', '[]', 'expected object'],
    ['an id that is text', JSON.stringify({ ...groupLineOf(5, null), id: '5' }), 'id: '],
    ['an id of zero', JSON.stringify(groupLineOf(0, null)), 'id: '],
    [
      'an id beyond what a number holds',
      '{"id":9007199254740993,"path":"x","name":"x","parent_id":null}',
      'id: ',
    ],
    ['a path with a slash', JSON.stringify(groupLineOf(5, null, 'a/b')), 'path: '],
    ['a path that keys are made with', JSON.stringify(groupLineOf(5, null, 'a#b')), 'path: '],
    ['a path with a dash at its start', JSON.stringify(groupLineOf(5, null, '-a')), 'path: '],
    ['a path that ends in .git', JSON.stringify(groupLineOf(5, null, 'a.git')), 'path: is reserved'],
    ['no name', JSON.stringify({ ...groupLineOf(5, null), name: undefined }), 'name: '],
    ['no parent_id', JSON.stringify({ ...groupLineOf(5, null), parent_id: undefined }), 'parent_id: '],
    ['itself as its parent', JSON.stringify(groupLineOf(5, 5)), 'parent_id: is the group itself'],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'not UTF-8'],
  ])('with %s is reported with its place, and the rest goes in', async (_, line, reason) => {
    const [before, after] = [groupLineOf(1, null, 'a'), groupLineOf(2, null, 'b')].map((good) =>
      ndjson([good]),
    );
    const { bad, imported } = await load({
      groups: Buffer.concat([Buffer.from(before ?? ''), Buffer.from(line), Buffer.from(`\n${after ?? ''}`)]),
    });
    expect(bad).toHaveLength(1);
    expect(bad[0]).toMatch(/^groups\.ndjson:2: /);
    expect(bad[0]).toContain(reason);
    expect(imported).toMatchObject({ badLines: 1, summary: { groups: { created: 2 } } });
  });

  it('is one that contradicts an earlier one; one that repeats it is not', async () => {
    const { bad } = await load({
      groups: [groupLineOf(1, null, 'a'), groupLineOf(1, null, 'a'), groupLineOf(1, null, 'other')],
    });
    expect(bad).toEqual(['groups.ndjson:3: contradicts line 1 (group:1)']);
    expect((await readNode(env.table, groupRef(1)))?.slug).toBe('a');
  });

  it('is every group of a circle, or below the twentieth level', async () => {
    const deep = Array.from({ length: 21 }, (_, index) => groupLineOf(index + 1, index === 0 ? null : index));
    const { bad, imported } = await load({
      groups: [groupLineOf(101, 102), groupLineOf(102, 101), groupLineOf(103, 102), ...deep],
    });
    expect(bad).toEqual([
      'groups.ndjson:1: group 101 is its own ancestor',
      'groups.ndjson:2: group 102 is its own ancestor',
      'groups.ndjson:24: group 21 is below level 20',
    ]);
    expect(imported).toMatchObject({ summary: { groups: { created: 21 }, withoutRoot: 1 } });
  });

  it('is one of a member with no access level of GitLab, or of neither or both of group and project', async () => {
    const { bad } = await load({
      members: [
        { user_id: 'a', access_level: 41, group_id: 1 },
        { user_id: 'a', access_level: 40 },
        { user_id: 'a', access_level: 40, group_id: 1, project_id: 2 },
        { user_id: '', access_level: 40, group_id: 1 },
        { user_id: 'a', access_level: 40, group_id: 1, project_id: null },
      ],
    });
    expect(bad.map((line) => line.replace(/: .*/, ''))).toEqual(
      [1, 2, 3, 4].map((line) => `members.ndjson:${line}`),
    );
  });
});

describe('a project whose group is not known', () => {
  it('goes in, is counted, and has its place when the group comes', async () => {
    const { imported } = await load({ projects: [projectLineOf(11, 1, 'one')] });
    expect(imported).toMatchObject({ badLines: 0, summary: { projects: { created: 1 }, withoutRoot: 1 } });
    const { imported: next } = await load({ groups: [groupLineOf(1, null, 'a')] });
    expect(next).toMatchObject({ summary: { withoutRoot: 0 } });
    expect(await findByPath(env.table, 'project', 'a/one')).toMatchObject(projectRef(11));
  });

  it('is below a group that only the table has, with all that is above that', async () => {
    await load({ groups: [groupLineOf(1, null), groupLineOf(2, 1)] });
    const { imported } = await load({ projects: [projectLineOf(11, 2)] });
    expect(imported).toMatchObject({ summary: { withoutRoot: 0 } });
    expect((await readNode(env.table, projectRef(11)))?.chain).toEqual([2, 1]);
  });
});
