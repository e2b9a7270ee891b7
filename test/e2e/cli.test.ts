import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { customProfiles } from '../support/custom-profiles.ts';
import { callsOf } from './support/calls.ts';
import { commandLine, onSharedStack, type Ran, ranTo } from './support/command-line.ts';
import { npx } from './support/command.ts';
import { shared } from './support/shared-stack.ts';
import { type PlantedTree, plantTree } from './support/tree.ts';

const MAINTAINER = 40;
const MOST_PROFILES = 10;

const top = `cli-${randomUUID()}`;
const full = `${top}/full`;
const projects = ['a', 'b', 'c', 'full'].map((name) => `${top}/${name === 'full' ? 'full' : `sub/${name}`}`);
const maintainer = callsOf(shared, 'cli-maintainer');

let directory: string;
let tree: PlantedTree;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cli-test-'));
  tree = await plantTree(shared, { projects, members: { 'cli-maintainer': { [top]: MAINTAINER } } });
  const ids = await customProfiles(shared.table, tree.groups.get(top) ?? 0, MOST_PROFILES);
  for (const id of ids) await maintainer.attach(id, { projects: [tree.projects.get(full)] });
});
afterAll(async () => rm(directory, { recursive: true, force: true }));

async function asMaintainer(...typed: string[]): Promise<Ran> {
  return commandLine([...typed, '--as', 'cli-maintainer']);
}

const operation = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.string(),
  outcomes: z.array(z.object({ outcome: z.string(), code: z.string().nullable(), projects: z.int() })),
});

async function heldBySecretDetection(): Promise<readonly string[]> {
  const held = await Promise.all(projects.map(async (path) => maintainer.attached(path)));
  return projects.filter((_, index) => held[index]?.some(({ scanType }) => scanType === 'SECRET_DETECTION'));
}

describe('npx scan-profiles', () => {
  it('previews, applies, shows and takes back, and says by exit codes how it went', async () => {
    const preview = await asMaintainer('preview', 'attach', top, '--profile', 'secret_detection', '--json');
    const { id } = operation.parse(JSON.parse(preview.data));
    expect(preview.code, preview.all).toBe(2);
    expect(operation.parse(JSON.parse(preview.data))).toMatchObject({
      status: 'PREVIEWED',
      outcomes: [
        { outcome: 'APPLIED', code: null, projects: 3 },
        { outcome: 'FAILED', code: 'LIMIT_REACHED', projects: 1 },
      ],
    });
    expect(await heldBySecretDetection()).toEqual([]);

    const applied = await asMaintainer('operations', 'apply', id, '--watch', '--json');
    const attach = operation.parse(JSON.parse(applied.data));
    expect(applied.code, applied.all).toBe(2);
    expect(attach).toMatchObject({ kind: 'ATTACH', status: 'PARTIAL' });
    expect(await heldBySecretDetection()).toEqual(projects.filter((path) => path !== full));

    const failed = await asMaintainer('operations', 'show', attach.id, '--outcome', 'failed', '--csv');
    expect(failed.code, failed.all).toBe(0);
    const [header, row, ...more] = failed.data.trimEnd().split('\n');
    expect(header).toBe(
      'projectId,fullPath,outcome,code,message,retryable,before,beforeNames,after,afterNames',
    );
    expect(row).toContain(`${full},FAILED,LIMIT_REACHED,`);
    expect(more).toEqual([]);

    const undone = await asMaintainer('operations', 'undo', attach.id, '--watch');
    expect(undone.code, undone.all).toBe(0);
    expect(undone.data).toMatch(/^Status +SUCCEEDED$/m);
    expect(undone.data).toMatch(new RegExp(`^Undo of +${attach.id}$`, 'm'));
    expect(await heldBySecretDetection()).toEqual([]);

    const log = await asMaintainer('operations', 'list', top, '--json', '--profile', 'secret_detection');
    const kinds = z.array(operation.omit({ outcomes: true })).parse(JSON.parse(log.data));
    expect(kinds.map(({ kind, status }) => `${kind} ${status}`)).toContain('ATTACH PARTIAL');
  });

  it('attaches to single projects and detaches again', async () => {
    const [path = ''] = projects;
    const attach = await asMaintainer('attach', path, '--profile', 'sast');
    expect(attach.code, attach.all).toBe(0);
    expect(attach.data).toMatch(/^APPLIED +1$/m);
    const id = String(tree.projects.get(path));
    const detach = await asMaintainer('detach', '--project', id, '--profile', 'SAST (default)', '--watch');
    // By its name a profile is found only where a path says in which group.
    expect(detach.code, detach.all).toBe(1);
    expect((await asMaintainer('detach', '--project', id, '--profile', 'sast')).code).toBe(0);
    expect(await maintainer.attached(path)).toEqual([]);
  });

  it('is run by npx, lists profiles of a deployment named by the environment too, and never writes the token', async () => {
    const token = await shared.token('cli-maintainer');
    const environment = { SCAN_PROFILES_URL: shared.file.graphqlUrl, SCAN_PROFILES_TOKEN: token };
    // npm has a cache of its own, and no registry that it could ask.
    const offline = {
      npm_config_cache: join(directory, 'npm'),
      npm_config_offline: 'true',
      npm_config_update_notifier: 'false',
    };
    const typed = ['profiles', 'list', top, '--csv', '--recommended'];
    const { code, data, all } = await ranTo(npx(typed, { ...onSharedStack(), ...offline, ...environment }));
    expect(code, all).toBe(0);
    expect(data).toContain('gid://gitlab/Security::ScanProfile/dependency_scanning');
    expect(all).not.toContain(token);
  });

  it.each([
    [
      'a path that is not there',
      ['profiles', 'list', `${top}/none`],
      1,
      'Paths begin at the top-level group',
    ],
    ['an operation of nobody', ['operations', 'undo', '01KAAAAAAAAAAAAAAAAAAAAAAA'], 1, 'typing errors'],
    ['no sense', ['attach', top], 64, '--profile PROFILE'],
  ])('says what to do about %s', async (_, typed, code, advice) => {
    const refused = await asMaintainer(...typed);
    expect({ code: refused.code, data: refused.data }).toEqual({ code, data: '' });
    expect(refused.all).toContain(advice);
  });

  it('says what to do about a token that has expired', async () => {
    const token = await shared.token('cli-maintainer', '1s');
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const { code, all } = await commandLine(['profiles', 'list', top], { SCAN_PROFILES_TOKEN: token });
    expect(code).toBe(1);
    expect(all).toContain('expired');
    expect(all).toContain('SCAN_PROFILES_TOKEN');
  });
});
