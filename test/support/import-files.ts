import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ImportFiles } from '../../shared/import/files.ts';

/** Lines as objects, or content as it is to be written. */
type Content = readonly unknown[] | string | Buffer;

/** Writes files to import, and removes them when the test is over. What is left out is empty. */
export async function importFiles({
  groups = [],
  projects = [],
  members,
}: {
  readonly groups?: Content;
  readonly projects?: Content;
  readonly members?: Content;
}): Promise<ImportFiles> {
  const directory = await mkdtemp(join(tmpdir(), 'import-'));
  onTestFinished(async () => rm(directory, { recursive: true }));
  const write = async (name: string, content: Content): Promise<string> => {
    const path = join(directory, name);
    await writeFile(
      path,
      typeof content === 'string' || Buffer.isBuffer(content) ? content : ndjson(content),
    );
    return path;
  };
  return {
    groups: await write('groups.ndjson', groups),
    projects: await write('projects.ndjson', projects),
    members: members === undefined ? undefined : await write('members.ndjson', members),
  };
}

export function ndjson(lines: readonly unknown[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** A line of a groups file. */
export function groupLineOf(
  id: number,
  parentId: number | null,
  path = `group-${id}`,
): Record<string, unknown> {
  return { id, path, name: path, full_path: path, parent_id: parentId };
}

/** A line of a projects file. */
export function projectLineOf(id: number, groupId: number, path = `project-${id}`): Record<string, unknown> {
  return { id, path, name: path, path_with_namespace: path, namespace: { id: groupId } };
}
