import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Refusal } from '../../../local/refusal.ts';
import { synthesise } from '../../../local/template/synthesise.ts';
import { temporaryDirectory } from './support.ts';

/** An app that notes its context and whether it is to check the template, in place of ours. */
const APP = `
import { mkdirSync, writeFileSync } from 'node:fs';
const { CDK_OUTDIR: out, CDK_CONTEXT_JSON: context, CDK_VALIDATION: checks } = process.env;
mkdirSync(out, { recursive: true });
writeFileSync(out + '/manifest.json', JSON.stringify({ context: JSON.parse(context), checks }));
`;

let root: Awaited<ReturnType<typeof temporaryDirectory>>;

beforeEach(async () => {
  root = await temporaryDirectory();
  await mkdir(join(root.path, 'infra'));
  await mkdir(join(root.path, 'functions/deep'), { recursive: true });
  await writeFile(join(root.path, 'infra/app.ts'), APP);
  await writeFile(join(root.path, 'functions/deep/source.ts'), 'export const one = 1;');
});
afterEach(async () => root[Symbol.asyncDispose]());

async function run(context: Record<string, string> = {}): Promise<boolean> {
  const { signal } = new AbortController();
  return synthesise({ root: root.path, outDir: outDir(), context, onProcess: () => undefined, signal });
}

function outDir(): string {
  return join(root.path, 'cdk.out');
}

it('runs the app once for the same sources', async () => {
  expect(await run({ colour: 'blue' })).toBe(true);
  expect(JSON.parse(await readFile(join(outDir(), 'manifest.json'), 'utf8'))).toEqual({
    context: { colour: 'blue' },
    checks: 'false',
  });
  expect(await run({ colour: 'blue' })).toBe(false);
});

it('does not run it for what is not in the assembly', async () => {
  await run();
  for (const file of ['README.md', 'docs/api.md', 'test/one.test.ts', 'cli/start.ts', 'local/settings.ts']) {
    await mkdir(join(root.path, dirname(file)), { recursive: true });
    await writeFile(join(root.path, file), 'something else');
  }
  expect(await run()).toBe(false);
});

it.each<[string, () => Promise<unknown>]>([
  ['a source changed', () => writeFile(join(root.path, 'functions/deep/source.ts'), 'export const one = 2;')],
  ['a source was added', () => writeFile(join(root.path, 'functions/other.ts'), '')],
  ['a source is gone', () => rm(join(root.path, 'functions/deep/source.ts'))],
  ['something else wrote to the same folder', () => writeFile(join(outDir(), 'manifest.json'), 'of another')],
  ['the folder is gone', () => rm(outDir(), { recursive: true })],
])('runs it again where %s', async (_what, change) => {
  await run();
  await change();
  expect(await run()).toBe(true);
  expect(await run()).toBe(false);
});

it('runs it again with another context', async () => {
  await run({ colour: 'blue' });
  expect(await run({ colour: 'red' })).toBe(true);
});

it('says why the app fails, and does not take its output for good', async () => {
  await run();
  await writeFile(
    join(root.path, 'infra/app.ts'),
    `${APP}; console.error('no such construct'); process.exitCode = 1;`,
  );
  for (const attempt of [1, 2]) {
    await expect(run(), `attempt ${attempt}`).rejects.toThrow(Refusal);
    await expect(run()).rejects.toThrow('no such construct');
  }
});
