import { type Answer, startGraphqlApi, type TestApi } from '../../../support/graphql-api.ts';
import type { TablesOf } from '../../../support/tables.ts';

/** A mutation by its name and that of its input. */
export type Mutation = readonly [field: string, inputType: string];

export const ATTACH: Mutation = ['attachSecurityScanProfile', 'AttachSecurityScanProfileInput'];
export const SET: Mutation = ['securityScanProfileAttach', 'SecurityScanProfileAttachInput'];
export const DETACH: Mutation = ['detachSecurityScanProfile', 'DetachSecurityScanProfileInput'];
export const DETACH_ALIAS: Mutation = ['securityScanProfileDetach', 'SecurityScanProfileDetachInput'];

/** What there is to know of an operation on named projects. */
export const OPERATION =
  'id kind status createdAt finishedAt actor { id } profile { id } totals { projects applied unchanged skipped failed }';

export interface Targets {
  /** What follows in a global id: a number or a template. */
  readonly profile?: string;
  readonly projects?: readonly number[];
  readonly groups?: readonly number[];
  /** Further fields of the input. */
  readonly options?: Readonly<Record<string, unknown>>;
}

export function inputOf({
  profile = 'secret_detection',
  projects = [],
  groups = [],
  options = {},
}: Targets): Record<string, unknown> {
  return {
    securityScanProfileId: `gid://gitlab/Security::ScanProfile/${profile}`,
    projectIds: projects.map((id) => `gid://gitlab/Project/${id}`),
    groupIds: groups.map((id) => `gid://gitlab/Group/${id}`),
    clientMutationId: 'mine',
    ...options,
  };
}

/** group-1 with project-10, -11 and group-2 with project-20 below it; group-9 with project-90. All belong to `owner`. */
export async function startSmallTree(tablesOf: TablesOf = 'ENGINE'): Promise<TestApi> {
  const api = await startGraphqlApi(tablesOf);
  for (const [id, parentId] of [
    [1, null],
    [2, 1],
    [9, null],
  ] as const)
    await api.world.group(id, parentId);
  for (const [id, parentId] of [
    [10, 1],
    [11, 1],
    [20, 2],
    [90, 9],
  ] as const)
    await api.world.project(id, parentId);
  return api;
}

export async function call(
  api: TestApi,
  [field, type]: Mutation,
  targets: Targets,
  user = 'owner',
): Promise<Answer> {
  const query = `mutation($input: ${type}!) { ${field}(input: $input) { errors clientMutationId operation { ${OPERATION} } } }`;
  return api.ask(query, { user, variables: { input: inputOf(targets) } });
}
