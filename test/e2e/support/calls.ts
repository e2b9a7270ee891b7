import { expect } from 'vitest';
import * as z from 'zod';
import type { StackClient } from './client.ts';
import { eventually } from './eventually.ts';

const operation = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.string(),
  totals: z.object({
    projects: z.number(),
    applied: z.number(),
    unchanged: z.number(),
    skipped: z.number(),
    failed: z.number(),
  }),
});
export type OperationView = z.infer<typeof operation>;

const payload = z.object({ errors: z.array(z.string()), operation });
const profile = z.object({
  id: z.string(),
  name: z.string(),
  scanType: z.string(),
  triggers: z.array(z.string()),
});

const removal = z.object({
  project: z.object({ fullPath: z.string() }).nullable(),
  profiles: z.array(z.object({ scanType: z.string() })),
});

const OPERATION = 'id kind status totals { projects applied unchanged skipped failed }';
const PROFILE = 'id name scanType triggers';

/** Groups and projects by id. */
export interface Targets {
  readonly projects?: readonly (number | undefined)[];
  readonly groups?: readonly (number | undefined)[];
}

/** What a user does with the API, for tests that need no more of the answers. */
export interface Calls {
  attach(profileId: string | number, targets: Targets): Promise<z.infer<typeof payload>>;
  detach(profileId: string | number, targets: Targets): Promise<z.infer<typeof payload>>;
  /** Waits for its end. */
  ended(operationId: string): Promise<OperationView>;
  /** What it removed: path of the project, null where it is not visible, and scan types of the profiles. */
  removed(operationId: string): Promise<readonly (readonly [string | null, ...string[]])[]>;
  /** Null where it is not visible. */
  attached(fullPath: string): Promise<readonly z.infer<typeof profile>[] | null>;
  available(fullPath: string): Promise<readonly z.infer<typeof profile>[] | null>;
}

export function callsOf(stack: StackClient, user: string): Calls {
  const ask = async <T>(
    schema: z.ZodType<T>,
    query: string,
    variables: Record<string, unknown>,
  ): Promise<T> => {
    const { data, errors } = await stack.graphql(user, query, variables);
    expect(errors).toEqual([]);
    return schema.parse(data);
  };
  const change = async (verb: 'attach' | 'detach', profileId: string | number, targets: Targets) => {
    const type = verb === 'attach' ? 'AttachSecurityScanProfileInput' : 'DetachSecurityScanProfileInput';
    const answer = await ask(
      z.object({ done: payload }),
      `mutation ($input: ${type}!) { done: ${verb}SecurityScanProfile(input: $input) { errors operation { ${OPERATION} } } }`,
      {
        input: {
          securityScanProfileId: `gid://gitlab/Security::ScanProfile/${profileId}`,
          projectIds: (targets.projects ?? []).map((id) => `gid://gitlab/Project/${id}`),
          groupIds: (targets.groups ?? []).map((id) => `gid://gitlab/Group/${id}`),
        },
      },
    );
    return answer.done;
  };
  const profilesOf = async (node: 'project' | 'group', field: string, fullPath: string) => {
    const found = z.object({ node: z.object({ profiles: z.array(profile) }).nullable() });
    const query = `query ($fullPath: ID!) { node: ${node}(fullPath: $fullPath) { profiles: ${field} { ${PROFILE} } } }`;
    return (await ask(found, query, { fullPath })).node?.profiles ?? null;
  };
  return {
    attach: async (profileId, targets) => change('attach', profileId, targets),
    detach: async (profileId, targets) => change('detach', profileId, targets),
    ended: async (id) =>
      eventually(async () => {
        const query = `query ($id: ID!) { found: securityScanProfileOperation(id: $id) { ${OPERATION} } }`;
        const { found } = await ask(z.object({ found: operation }), query, { id });
        expect(['PENDING', 'RUNNING']).not.toContain(found.status);
        return found;
      }, 120_000),
    removed: async (id) => {
      const query = `query ($id: ID!) { found: securityScanProfileOperation(id: $id) {
        removals(first: 100) { nodes { project { fullPath } profiles { scanType } } }
      } }`;
      const removals = z.object({ removals: z.object({ nodes: z.array(removal) }) });
      const { nodes } = (await ask(z.object({ found: removals }), query, { id })).found.removals;
      return nodes.map(({ project, profiles }) => [
        project?.fullPath ?? null,
        ...profiles.map(({ scanType }) => scanType),
      ]);
    },
    attached: async (fullPath) => profilesOf('project', 'attachedSecurityScanProfiles', fullPath),
    available: async (fullPath) => profilesOf('group', 'availableSecurityScanProfiles', fullPath),
  };
}
