import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Everything that the cloud assembly is made from, relative to the root of the clone. */
const SOURCES = [
  'cdk.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  '{infra,functions,shared}/**/*',
];

/** A digest of the sources and of `settings`: where it has not changed, neither has the assembly. */
export async function fingerprint(root: string, settings: string): Promise<string> {
  const paths: string[] = [];
  for await (const file of glob(SOURCES, { cwd: root, withFileTypes: true })) {
    if (file.isFile()) paths.push(join(file.parentPath, file.name));
  }
  const hash = createHash('sha256').update(settings);
  const contents = await Promise.all(
    paths.sort().map(async (path) => ({ path, bytes: await readFile(path) })),
  );
  for (const { path, bytes } of contents) hash.update(`\0${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
}
