import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { eventually } from '../support/eventually.ts';
import { shared } from '../support/shared-stack.ts';
import { type PlantedTree, plantTree } from '../support/tree.ts';

const ROOT = 'api-clients';
let tree: PlantedTree;

beforeAll(async () => {
  tree = await plantTree(shared, {
    projects: [`${ROOT}/one`, `${ROOT}/sub/two`],
    members: { 'client-maintainer': { [ROOT]: 40 } },
  });
});

/** As a command line client sends it: its own header, both lists always, the name of the operation. */
async function send(
  query: string,
  operationName: string,
  variables: Record<string, unknown>,
): Promise<unknown> {
  const response = await shared.request('/api/graphql', {
    method: 'POST',
    headers: { 'private-token': await shared.token('client-maintainer'), 'content-type': 'application/json' },
    body: JSON.stringify({ query, operationName, variables }),
  });
  expect(response.status).toBe(200);
  const { data } = z
    .object({ data: z.unknown(), errors: z.undefined().optional() })
    .parse(await response.json());
  return data;
}

describe('requests in the form in which GitLab’s clients send them', () => {
  it('find what is available, attach it by its template’s id in snake_case, list it, and detach it by the template again', async () => {
    const fullPath = `${ROOT}/one`;
    const available = await send(
      `query availableProfiles($fullPath: ID!, $type: SecurityScanProfileType, $recommended: Boolean) {
        group(fullPath: $fullPath) { id availableSecurityScanProfiles(type: $type, gitlabRecommended: $recommended) {
          id name description scanType gitlabRecommended createdAt updatedAt triggers @gl_introduced(version: "18.10")
        } userPermissions { applySecurityScanProfiles readSecurityScanProfiles } }
      }`,
      'availableProfiles',
      { fullPath: ROOT, type: 'SECRET_DETECTION', recommended: true },
    );
    const template = 'gid://gitlab/Security::ScanProfile/secret_detection';
    expect(available).toMatchObject({
      group: {
        availableSecurityScanProfiles: [
          { id: template, gitlabRecommended: true, createdAt: null, updatedAt: null },
        ],
        userPermissions: { applySecurityScanProfiles: true, readSecurityScanProfiles: true },
      },
    });

    const targets = { projectIds: [`gid://gitlab/Project/${tree.projects.get(fullPath)}`], groupIds: [] };
    const input = { securityScanProfileId: template, ...targets };
    const attach = `mutation attach($input: SecurityScanProfileAttachInput!) { securityScanProfileAttach(input: $input) { errors clientMutationId } }`;
    expect(await send(attach, 'attach', { input })).toEqual({
      securityScanProfileAttach: { errors: [], clientMutationId: null },
    });

    const list = `query list($fullPath: ID!) { project(fullPath: $fullPath) { id securityScanProfiles { id name scanType gitlabRecommended } } }`;
    expect(await send(list, 'list', { fullPath })).toMatchObject({
      project: {
        securityScanProfiles: [
          { name: 'Secret Detection (default)', scanType: 'SECRET_DETECTION', gitlabRecommended: true },
        ],
      },
    });

    const detach = `mutation detach($input: SecurityScanProfileDetachInput!) { securityScanProfileDetach(input: $input) { errors } }`;
    expect(await send(detach, 'detach', { input })).toEqual({ securityScanProfileDetach: { errors: [] } });
    expect(await send(list, 'list', { fullPath })).toMatchObject({ project: { securityScanProfiles: [] } });
  });

  it('take each id as a variable of its own type', async () => {
    const query = `mutation each($profile: SecurityScanProfileID!, $project: ProjectID!, $groups: [GroupID!]) {
      attachSecurityScanProfile(input: { securityScanProfileId: $profile, projectIds: [$project], groupIds: $groups, clientMutationId: "1" }) {
        errors clientMutationId operation { id }
      }
    }`;
    const variables = {
      profile: 'gid://gitlab/Security::ScanProfile/Sast',
      project: `gid://gitlab/Project/${tree.projects.get(`${ROOT}/one`)}`,
      groups: [`gid://gitlab/Group/${tree.groups.get(ROOT)}`],
    };
    const schema = z.object({
      attachSecurityScanProfile: z.object({
        errors: z.tuple([]),
        clientMutationId: z.literal('1'),
        operation: z.object({ id: z.string() }),
      }),
    });
    const { id } = schema.parse(await send(query, 'each', variables)).attachSecurityScanProfile.operation;
    const watch =
      'query watch($id: ID!) { securityScanProfileOperation(id: $id) { kind status finishedAt actor { id } profile { name } totals { projects applied failed } } }';
    await eventually(async () => {
      expect(await send(watch, 'watch', { id })).toEqual({
        securityScanProfileOperation: {
          kind: 'ATTACH',
          status: 'SUCCEEDED',
          finishedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
          actor: { id: 'client-maintainer' },
          profile: { name: 'SAST (default)' },
          totals: { projects: 2, applied: 2, failed: 0 },
        },
      });
    });
  });
});
