import { ACCESS_LEVELS } from '../../../shared/domain/access.ts';
import { groupRef } from '../../../shared/domain/node.ts';
import { setMember } from '../../../shared/tree/set-member.ts';
import { type Answer, startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';
import { documentOf } from './documents.ts';

export interface Client {
  readonly api: TestApi;
  /** Sends a document of `test/contract/documents`, as `maintainer` unless told otherwise. */
  send(name: string, variables: Readonly<Record<string, unknown>>, user?: string): Promise<Answer>;
  stop(): Promise<void>;
}

/** The moment at which everything happens. */
export const NOW = '2026-11-22T12:00:00.000Z';

export const NO_ACCESS =
  "The resource that you are attempting to access does not exist or you don't have permission to perform this action";

export const profileId = (id: number | string): string => `gid://gitlab/Security::ScanProfile/${id}`;
export const projectId = (id: number): string => `gid://gitlab/Project/${id}`;
export const groupId = (id: number): string => `gid://gitlab/Group/${id}`;

/**
 * A client of an API with group-1, which has project-10 and -11 and in group-2 project-20, and with group-9, which has
 * project-90. `maintainer`, `developer`, `reporter` and `security-manager` are members of group-1.
 */
export async function startClient(): Promise<Client> {
  const api = await startGraphqlApi();
  const { world, env } = api;
  await world.group(1, null);
  await world.group(2, 1);
  await world.group(9, null);
  for (const [id, parentId] of [
    [10, 1],
    [11, 1],
    [20, 2],
    [90, 9],
  ] as const)
    await world.project(id, parentId);
  const members = {
    maintainer: ACCESS_LEVELS.maintainer,
    developer: ACCESS_LEVELS.developer,
    reporter: ACCESS_LEVELS.reporter,
    'security-manager': ACCESS_LEVELS.securityManager,
  };
  for (const [userId, accessLevel] of Object.entries(members))
    await setMember(env, { ref: groupRef(1), userId, accessLevel, at: 1 });
  return {
    api,
    async send(name, variables, user = 'maintainer') {
      return api.ask(await documentOf(name), { user, variables });
    },
    stop: async () => api.stop(),
  };
}
