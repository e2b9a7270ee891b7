import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const recordSchema = z.object({ fingerprint: z.string(), inputs: z.array(z.string()) });

/** How bundles are made. */
const MAKER = 'infra/bundle';

/** Another lock file can make an import resolve to another file without a change in any that was read. */
const ALWAYS = ['package-lock.json', 'tsconfig.json'];

/** Whether the inputs of the last build are what they were then, and so is the bundler's version. */
export async function isUpToDate(root: string, directory: string, version: string): Promise<boolean> {
  const text = await readFile(recordPath(directory), 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  const { fingerprint, inputs } = recordSchema.parse(JSON.parse(text));
  return (await fingerprintOf(root, version, inputs)) === fingerprint;
}

/** Notes what a build was made of. */
export async function remember(
  root: string,
  directory: string,
  version: string,
  inputs: string[],
): Promise<void> {
  const fingerprint = await fingerprintOf(root, version, inputs);
  await writeFile(recordPath(directory), JSON.stringify({ fingerprint, inputs }));
}

function recordPath(directory: string): string {
  return join(directory, 'last-build.json');
}

/** A file that has gone counts as empty: the fingerprint differs, and the build says what is missing. */
async function fingerprintOf(root: string, version: string, inputs: string[]): Promise<string> {
  const made = await readdir(join(root, MAKER), { recursive: true }).catch(() => []);
  const paths = [...made.sort().map((path) => join(MAKER, path)), ...ALWAYS, ...inputs];
  const files = await Promise.all(
    paths.map((path) => readFile(join(root, path)).catch(() => Buffer.alloc(0))),
  );
  const hash = createHash('sha256').update(version);
  for (const file of files) hash.update(`\0${file.length}\0`).update(file);
  return hash.digest('hex');
}
