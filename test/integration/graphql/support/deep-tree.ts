import { groupRef, projectRef } from '../../../../shared/domain/node.ts';
import { startGraphqlApi, type TestApi } from '../../../support/graphql-api.ts';
import type { TablesOf } from '../../../support/tables.ts';
import { member } from './members.ts';

/**
 *     group-1 ─┬─ group-2 ─── group-3 ─── project-30, -31
 *              ├─ group-4
 *              ├─ group-5 ─── project-50
 *              └─ project-10, -11, -12
 *     group-9 ──── project-90
 *
 * User `owner` owns both roots; `above` is a developer of group-2, `below` a guest of group-3, `visitor` a reporter of
 * project-30. The recommended profiles for secrets and SAST of group-1 are attached to project-30.
 */
export async function startDeepTree(tablesOf: TablesOf = 'ENGINE'): Promise<TestApi> {
  const api = await startGraphqlApi(tablesOf);
  const { world } = api;
  for (const [id, parentId] of GROUPS) await world.group(id, parentId);
  for (const [id, parentId] of PROJECTS) await world.project(id, parentId);
  await member(api, 'above', groupRef(2), 'developer');
  await member(api, 'below', groupRef(3), 'guest');
  await member(api, 'visitor', projectRef(30), 'reporter');
  for (const template of ['secret_detection', 'sast']) {
    await world.accepted({ projectIds: [30], profile: { template } });
  }
  return api;
}

const GROUPS = [
  [1, null],
  [2, 1],
  [3, 2],
  [4, 1],
  [5, 1],
  [9, null],
] as const;
const PROJECTS = [
  [10, 1],
  [11, 1],
  [12, 1],
  [30, 3],
  [31, 3],
  [50, 5],
  [90, 9],
] as const;
