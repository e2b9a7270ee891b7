import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../support/client.ts';
import { TEMPLATES } from '../../../shared/domain/scan-types/templates.ts';
import { shared } from '../support/shared-stack.ts';
import { type PlantedTree, plantTree } from '../support/tree.ts';

const ACCESS =
  "The resource that you are attempting to access does not exist or you don't have permission to perform this action";
const ROOTS = 'All items should belong to the same root namespace';

let tree: PlantedTree;

beforeAll(async () => {
  tree = await plantTree(shared, {
    projects: ['api-access/sub/one', 'api-access/sub/two', 'api-access-other/three'],
    members: {
      'access-owner': { 'api-access': 50, 'api-access-other': 50 },
      'access-maintainer': { 'api-access': 40 },
      'access-developer': { 'api-access': 30 },
      'access-manager': { 'api-access': 25 },
      'access-reporter': { 'api-access': 20 },
      'access-below': { 'api-access/sub': 50 },
      '4711': { 'api-access/sub/one': 30 },
    },
  });
});

function gid(path: string): string {
  const project = tree.projects.get(path);
  return project === undefined
    ? `gid://gitlab/Group/${tree.groups.get(path)}`
    : `gid://gitlab/Project/${project}`;
}

interface Targets {
  readonly profile?: string;
  readonly projects?: readonly string[];
  readonly groups?: readonly string[];
}

const MUTATIONS = [
  ['attachSecurityScanProfile', 'AttachSecurityScanProfileInput'],
  ['securityScanProfileAttach', 'SecurityScanProfileAttachInput'],
  ['detachSecurityScanProfile', 'DetachSecurityScanProfileInput'],
  ['securityScanProfileDetach', 'SecurityScanProfileDetachInput'],
] as const;

async function call(
  user: string,
  field: string,
  type: string,
  { profile = 'sast', projects = [], groups = [] }: Targets,
): Promise<Answer> {
  const query = `mutation($input: ${type}!) { ${field}(input: $input) { errors operation { id status } clientMutationId } }`;
  const securityScanProfileId = `gid://gitlab/Security::ScanProfile/${profile}`;
  return shared.graphql(user, query, {
    input: { securityScanProfileId, projectIds: projects, groupIds: groups },
  });
}

describe.each(MUTATIONS)('%s', (field, type) => {
  const ABSENT = 'gid://gitlab/Project/999999999999999';
  it.each<[string, string, () => Targets, string]>([
    ['to a developer', 'access-developer', () => ({ projects: [gid('api-access/sub/one')] }), ACCESS],
    ['to a reporter', 'access-reporter', () => ({ groups: [gid('api-access/sub')] }), ACCESS],
    ['to the owner of a subgroup only', 'access-below', () => ({ groups: [gid('api-access/sub')] }), ACCESS],
    ['to a stranger', 'access-stranger', () => ({ groups: [gid('api-access')] }), ACCESS],
    ['for an absent project', 'access-owner', () => ({ projects: [ABSENT] }), ACCESS],
    [
      'for an absent project among others',
      'access-owner',
      () => ({ projects: [gid('api-access/sub/one'), ABSENT] }),
      ACCESS,
    ],
    [
      'for a foreign project',
      'access-maintainer',
      () => ({ projects: [gid('api-access/sub/one'), gid('api-access-other/three')] }),
      ACCESS,
    ],
    [
      'for an absent profile',
      'access-owner',
      () => ({ profile: '999999999', projects: [gid('api-access/sub/one')] }),
      ACCESS,
    ],
    [
      'for two roots',
      'access-owner',
      () => ({ projects: [gid('api-access/sub/one'), gid('api-access-other/three')] }),
      ROOTS,
    ],
    ['for no target', 'access-owner', () => ({}), ROOTS],
    [
      'for 101 ids',
      'access-stranger',
      () => ({ projects: Array.from({ length: 101 }, (_, index) => `gid://gitlab/Project/${index + 1}`) }),
      'Too many ids (maximum: 100)',
    ],
  ])('is refused %s: one error, null, HTTP 200, nothing done', async (_name, user, targets, message) => {
    const answer = await call(user, field, type, targets());
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ [field]: null });
    expect(answer.errors).toMatchObject([{ message, path: [field] }]);
    const after =
      '{ project(fullPath: "api-access/sub/one") { attachedSecurityScanProfiles { id } } group(fullPath: "api-access") { availableSecurityScanProfiles { createdAt } } }';
    expect(await shared.graphql('access-owner', after)).toMatchObject({
      data: {
        project: { attachedSecurityScanProfiles: [] },
        group: {
          availableSecurityScanProfiles: TEMPLATES.map(() => ({ createdAt: null })),
        },
      },
    });
  });

  it('says the same of what is foreign and of what is absent', async () => {
    const foreign = await call('access-maintainer', field, type, {
      projects: [gid('api-access/sub/one'), gid('api-access-other/three')],
    });
    const absent = await call('access-maintainer', field, type, {
      projects: [gid('api-access/sub/one'), ABSENT],
    });
    expect(foreign.errors).toEqual(absent.errors);
  });

  it.each([
    ['securityScanProfileId', 'gid://gitlab/Security::ScanProfile/Nope'],
    ['securityScanProfileId', 'gid://gitlab/Project/1'],
    ['projectIds', ['gid://gitlab/Group/1']],
    ['groupIds', ['gid://gitlab/Project/1']],
    ['groupIds', ['1']],
  ])('names the argument %s in the error about %j', async (argument, value) => {
    const input = { securityScanProfileId: 'gid://gitlab/Security::ScanProfile/sast', [argument]: value };
    const answer = await shared.graphql(
      'access-owner',
      `mutation($input: ${type}!) { ${field}(input: $input) { errors } }`,
      { input },
    );
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors[0]?.message).toContain(`"input.${argument}`);
  });
});

describe('reading profiles', () => {
  const query = `{ project(fullPath: "api-access/sub/one") { id attachedSecurityScanProfiles { id } } }`;

  it.each([
    'access-owner',
    'access-maintainer',
    'access-developer',
    'access-manager',
    'access-below',
    '4711',
  ])('is allowed to %s', async (user) => {
    expect(await shared.graphql(user, query)).toMatchObject({
      errors: [],
      data: { project: { attachedSecurityScanProfiles: [] } },
    });
  });

  it('is refused to a reporter: null, with path and code', async () => {
    expect(await shared.graphql('access-reporter', query)).toMatchObject({
      status: 200,
      data: { project: { id: gid('api-access/sub/one'), attachedSecurityScanProfiles: null } },
      errors: [{ path: ['project', 'attachedSecurityScanProfiles'], extensions: { code: 'FORBIDDEN' } }],
    });
  });

  it('is nothing that a stranger could even ask for', async () => {
    expect(await shared.graphql('access-stranger', query)).toMatchObject({
      errors: [],
      data: { project: null },
    });
  });
});
