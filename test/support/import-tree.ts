import { type ImportSummary, importTree } from '../../shared/import/import-tree.ts';
import type { Environment } from '../../shared/environment/environment.ts';
import { groupLineOf, importFiles, projectLineOf } from './import-files.ts';

/** Group 1 with 2 below it, group 9; project 11 in 1 and 12 in 2. */
export const TREE = {
  groups: [groupLineOf(1, null), groupLineOf(2, 1), groupLineOf(9, null)],
  projects: [projectLineOf(11, 1), projectLineOf(12, 2)],
  members: [
    { user_id: 'owner', access_level: 50, group_id: 1 },
    { user_id: 7, access_level: 40, group_id: 1 },
    { user_id: 'reader', access_level: 30, project_id: 12 },
  ],
};

/** Midnight of a day of November 2026. */
export function day(number: number): number {
  return Date.UTC(2026, 10, number);
}

export function iso(time: number): string {
  return new Date(time).toISOString();
}

/** Imports files that are written for it, as of a time in epoch milliseconds. */
export async function load(
  env: Environment,
  files: Parameters<typeof importFiles>[0],
  asOf: number,
): Promise<ImportSummary> {
  const imported = await importTree(env, { ...(await importFiles(files)), asOf });
  if (imported.result !== 'IMPORTED') throw new Error('nothing was imported');
  return imported.summary;
}
