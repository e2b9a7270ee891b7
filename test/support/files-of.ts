import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Path → text of every file in a folder; empty if there is no such folder. */
export async function filesOf(directory: string): Promise<Map<string, string>> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)));
}
