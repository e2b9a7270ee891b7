import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { callsOf } from './support/calls.ts';
import { commandLine } from './support/command-line.ts';
import { shared } from './support/shared-stack.ts';
import { type PlantedTree, plantTree } from './support/tree.ts';

const MAINTAINER = 40;
const DEVELOPER = 30;

const top = `cli-profiles-${randomUUID()}`;
const paths = [`${top}/a`, `${top}/sub/b`];
const maintainer = callsOf(shared, 'cli-author');

const FILE = `apiVersion: 1
group: ${top}
profiles:
  - scanType: SAST
    name: Ours
    description: Without what is not ours.
    triggers:
      - type: MERGE_REQUEST_PIPELINE
      - type: DEFAULT_BRANCH_PIPELINE
        configuration: { excludedPaths: [vendor], imageSuffix: DEFAULT }
  - scanType: TRIAGE_AND_REMEDIATION
    name: Slow
    triggers:
      - type: SBOM_INGESTED
        configuration: { autoRemediation: { cooldown: 14 } }
`;

let directory: string;
let tree: PlantedTree;
let file: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cli-profiles-'));
  file = join(directory, 'profiles.yaml');
  const members = { 'cli-author': { [top]: MAINTAINER }, 'cli-reader': { [top]: DEVELOPER } };
  tree = await plantTree(shared, { projects: paths, members });
});
afterAll(async () => rm(directory, { recursive: true }));

/** What a command writes, once it has ended with this code. */
async function run(code: number, typed: readonly string[], user = 'cli-author'): Promise<string> {
  const ran = await commandLine([...typed, '--as', user]);
  expect(ran.code, ran.all).toBe(code);
  return code === 0 ? ran.data : ran.all;
}

async function custom(): Promise<readonly (readonly [string, string])[]> {
  const all = (await maintainer.available(top)) ?? [];
  return all.flatMap(({ id, name }) => (/\/\d+$/.test(id) ? [[name, id] as const] : []));
}

const reportSchema = z.object({
  changes: z.array(
    z.object({
      action: z.string(),
      name: z.string(),
      result: z.string(),
      lockVersion: z.int().nullable(),
      operation: z.object({ status: z.string(), totals: z.object({ applied: z.int() }) }).nullable(),
    }),
  ),
  unchanged: z.int(),
});

it('keeps the profiles of a group in a file, from the first to the last', async () => {
  await writeFile(file, FILE);
  const dry = await run(0, ['profiles', 'apply', file, '--dry-run']);
  expect(dry).toContain('2 to create, 0 to update, 0 to delete, 0 unchanged');
  expect(await custom()).toEqual([]);

  expect(await run(1, ['profiles', 'apply', file, '--yes'], 'cli-reader')).toContain('takes Maintainer');

  await run(0, ['profiles', 'apply', file, '--yes']);
  const made = await custom();
  expect(made.map(([name]) => name).toSorted()).toEqual(['Ours', 'Slow']);

  // What is exported is applied without a difference, and without a trace in the log.
  const log = await run(0, ['operations', 'list', top, '--json']);
  await run(0, ['profiles', 'export', top, '--output', file]);
  const exported = await readFile(file, 'utf8');
  const same = await run(0, ['profiles', 'apply', file, '--yes', '--delete']);
  expect(same).toBe('0 to create, 0 to update, 0 to delete, 2 unchanged\n');
  expect(await run(0, ['operations', 'list', top, '--json'])).toBe(log);

  const slow = Object.fromEntries(made)['Slow']?.split('/').at(-1) ?? '';
  await maintainer.attach(slow, { projects: paths.map((path) => tree.projects.get(path)) });
  const [kept = ''] = exported.split('  - scanType: TRIAGE');
  await writeFile(file, kept.replace('- vendor', '- third-party'));
  const edited = await run(0, ['profiles', 'apply', file, '--yes', '--delete', '--watch', '--json']);
  expect(reportSchema.parse(JSON.parse(edited))).toEqual({
    changes: [
      {
        action: 'UPDATE',
        name: 'Ours',
        result: 'DONE',
        lockVersion: 2,
        operation: { status: 'SUCCEEDED', totals: { applied: 0 } },
      },
      {
        action: 'DELETE',
        name: 'Slow',
        result: 'DONE',
        lockVersion: null,
        operation: { status: 'SUCCEEDED', totals: { applied: 2 } },
      },
    ],
    unchanged: 0,
  });
  expect(await Promise.all(paths.map(async (path) => maintainer.attached(path)))).toEqual([[], []]);

  const shown = await run(0, ['profiles', 'show', top, 'ours']);
  expect(shown).toMatch(/^DEFAULT_BRANCH_PIPELINE +excludedPaths +\["third-party"\] +yes$/m);
  // Set to what is the default: it stays its own.
  expect(shown).toMatch(/^DEFAULT_BRANCH_PIPELINE +imageSuffix +"DEFAULT" +yes$/m);

  const coverage = await run(0, ['coverage', top, '--csv']);
  expect(coverage).toContain('\nany,0,0,0,0,0,0,2\n');
  expect((await run(0, ['projects', top, '--without', 'ours', '--csv'])).trimEnd().split('\n')).toHaveLength(
    3,
  );

  await run(0, ['profiles', 'delete', top, 'Ours', '--yes', '--watch']);
  expect(await custom()).toEqual([]);
});
