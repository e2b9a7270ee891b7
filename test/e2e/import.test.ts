import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { groupLineOf, importFiles, ndjson, projectLineOf } from '../support/import-files.ts';
import { type Command, npm } from './support/command.ts';
import { startDedicatedStack } from './support/dedicated-stack.ts';
import { shared } from './support/shared-stack.ts';

let elsewhere: string;

beforeAll(async () => {
  elsewhere = await mkdtemp(join(tmpdir(), 'no-stack-'));
});
afterAll(async () => rm(elsewhere, { recursive: true }));

function runImport(parameters: readonly string[], stateDir = inject('stack').stateDir): Command {
  return npm(['run', '--silent', 'import', '--', ...parameters], { SCAN_PROFILES_STATE_DIR: stateDir });
}

/** Ids and a top-level path that no other test has. */
function aTree(): { readonly id: number; readonly path: string } {
  const id = randomInt(1, 2 ** 40) * 100;
  return { id, path: `imported-${id}` };
}

async function fullPathSeen(user: string, fullPath: string): Promise<unknown> {
  const query = `query ($fullPath: ID!) { project(fullPath: $fullPath) { fullPath } }`;
  return (await shared.graphql(user, query, { fullPath })).data?.['project'];
}

describe('npm run import', () => {
  it('writes to the running stack what is visible when it exits, and does it again in vain', async () => {
    const { id, path } = aTree();
    const { groups, projects, members } = await importFiles({
      groups: gzipSync(ndjson([groupLineOf(id + 1, id, 'sub'), groupLineOf(id, null, path)])),
      projects: [projectLineOf(id, id + 1, 'one')],
      members: [{ user_id: id, access_level: 30, group_id: id }],
    });
    const parameters = ['--groups', groups, '--projects', projects, '--members', members ?? ''];
    const first = runImport(parameters);
    expect(await first.ended, first.output()).toBe(0);
    expect(await fullPathSeen(String(id), `${path}/sub/one`)).toEqual({ fullPath: `${path}/sub/one` });
    expect(await fullPathSeen('nobody', `${path}/sub/one`)).toBeNull();
    expect(first.standardOutput()).toMatch(/Groups +2 new/);
    expect(first.standardOutput()).toMatch(/\d a second/);
    const second = runImport(parameters);
    expect(await second.ended, second.output()).toBe(0);
    expect(second.standardOutput()).toMatch(/Groups +0 new, 0 changed, 2 as they were\n/);
  });

  it('names a bad line by file, line number and reason, takes the rest, and exits with 1', async () => {
    const { id, path } = aTree();
    const { groups, projects } = await importFiles({
      groups: [groupLineOf(id, null, path), { ...groupLineOf(id + 1, id), path: 'a/b' }],
      projects: [projectLineOf(id, id, 'one')],
    });
    const command = runImport(['--groups', groups, '--projects', projects]);
    expect(await command.ended).toBe(1);
    expect(command.output()).toContain(`${groups}:2: path: `);
    expect(command.standardOutput()).toMatch(/Projects +1 new/);
  });

  it('lists what would be pruned, and leaves it', async () => {
    // It reads the whole table: in that of the shared stack is what all other tests have planted.
    await using stack = await startDedicatedStack();
    const { id, path } = aTree();
    const full = await importFiles({
      groups: [groupLineOf(id, null, path)],
      projects: [projectLineOf(id, id, 'one')],
    });
    const imported = runImport(['--groups', full.groups, '--projects', full.projects], stack.stateDir);
    expect(await imported.ended, imported.output()).toBe(0);
    const less = await importFiles({ groups: [groupLineOf(id, null, path)] });
    const inAMinute = new Date(Date.now() + 60_000).toISOString();
    const files = ['--groups', less.groups, '--projects', less.projects, '--as-of', inAMinute];
    for (let time = 1; time <= 2; time += 1) {
      const command = runImport([...files, '--prune', '--dry-run'], stack.stateDir);
      expect(await command.ended, command.output()).toBe(0);
      expect(command.standardOutput()).toContain(`would remove project ${id} ${path}/one`);
    }
  });

  it('says what to do where no stack runs, where a file is missing and where an argument is wrong', async () => {
    const { groups, projects } = await importFiles({});
    const alone = runImport(['--groups', groups, '--projects', projects], elsewhere);
    expect(await alone.ended).toBe(1);
    expect(alone.output()).toContain('npm start');
    const missing = join(elsewhere, 'not-there');
    const without = runImport(['--groups', missing, '--projects', projects]);
    expect(await without.ended).toBe(1);
    expect(without.output()).toContain(missing);
    const wrong = runImport(['--groups', groups]);
    expect(await wrong.ended).toBe(1);
    expect(wrong.output()).toContain('Both --groups and --projects are needed');
  });
});
