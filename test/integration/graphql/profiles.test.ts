import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApi } from '../../support/graphql-api.ts';
import { startDeepTree } from './support/deep-tree.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startDeepTree();
});
afterAll(async () => {
  await api.stop();
});

describe('profiles', () => {
  const SECRETS = {
    id: 'gid://gitlab/Security::ScanProfile/1',
    name: 'Secret Detection (default)',
    scanType: 'SECRET_DETECTION',
    gitlabRecommended: true,
    createdAt: '2026-11-22T12:00:00.000Z',
    updatedAt: '2026-11-22T12:00:00.000Z',
    triggers: ['GIT_PUSH_EVENT', 'DEFAULT_BRANCH_PIPELINE', 'MERGE_REQUEST_PIPELINE'],
  };
  const DEPENDENCIES = {
    id: 'gid://gitlab/Security::ScanProfile/dependency_scanning',
    name: 'Dependency Scanning (default)',
    scanType: 'DEPENDENCY_SCANNING',
    gitlabRecommended: true,
    createdAt: null,
    updatedAt: null,
    triggers: ['DEFAULT_BRANCH_PIPELINE', 'MERGE_REQUEST_PIPELINE'],
  };
  /** Names of the templates that no profile is made of in any root of these tests. */
  const UNMADE = [
    DEPENDENCIES.name,
    'Dependency Scanning Auto-Remediation (default)',
    'Triage and Remediation (Conservative)',
    'Triage and Remediation (Standard)',
    'Triage and Remediation (Proactive)',
  ];
  const named = (...names: readonly string[]): object[] => names.map((name) => ({ name }));
  const FIELDS = 'id name scanType gitlabRecommended createdAt updatedAt triggers';

  it('that are attached to a project are answered under both names, the oldest first', async () => {
    const answer = await api.ask(
      `{ project(fullPath: "group-1/group-2/group-3/project-30") { attachedSecurityScanProfiles { ${FIELDS} } securityScanProfiles { name } } }`,
    );
    expect(answer.data).toMatchObject({
      project: {
        attachedSecurityScanProfiles: [SECRETS, { name: 'SAST (default)' }],
        securityScanProfiles: [{ name: SECRETS.name }, { name: 'SAST (default)' }],
      },
    });
  });

  it('that are available are those of the root, then the templates that it has no profile of, on any group', async () => {
    const names = 'availableSecurityScanProfiles { name }';
    const query = `{ root: group(fullPath: "group-1") { availableSecurityScanProfiles { ${FIELDS} } } sub: group(fullPath: "group-1/group-2") { ${names} } fresh: group(fullPath: "group-9") { ${names} } }`;
    expect((await api.ask(query)).data).toMatchObject({
      root: {
        availableSecurityScanProfiles: [
          SECRETS,
          { name: 'SAST (default)' },
          DEPENDENCIES,
          ...named(...UNMADE.slice(1)),
        ],
      },
      sub: { availableSecurityScanProfiles: named(SECRETS.name, 'SAST (default)', ...UNMADE) },
      fresh: { availableSecurityScanProfiles: named(SECRETS.name, 'SAST (default)', ...UNMADE) },
    });
  });

  it.each([
    ['(type: SAST)', ['SAST (default)']],
    ['(type: CONTAINER_SCANNING)', []],
    ['(gitlabRecommended: true)', [SECRETS.name, 'SAST (default)', ...UNMADE]],
    ['(gitlabRecommended: false)', []],
    ['(type: DEPENDENCY_SCANNING, gitlabRecommended: true)', [DEPENDENCIES.name]],
    ['(type: TRIAGE_AND_REMEDIATION)', UNMADE.slice(2)],
    ['(type: null, gitlabRecommended: null)', [SECRETS.name, 'SAST (default)', ...UNMADE]],
  ])('that are available can be chosen: %s', async (filter, names) => {
    const answer = await api.ask(
      `{ group(fullPath: "group-1") { availableSecurityScanProfiles${filter} { name } } }`,
    );
    expect(answer.data).toEqual({
      group: { availableSecurityScanProfiles: named(...names) },
    });
  });

  const one = (id: string): string =>
    `{ securityScanProfile(id: "gid://gitlab/Security::ScanProfile/${id}") { ${FIELDS} } }`;

  it.each([
    ['by number', '1', SECRETS],
    ['as a template, in snake_case', 'dependency_scanning', DEPENDENCIES],
    ['as a template, in CamelCase', 'DependencyScanning', DEPENDENCIES],
    [
      'as a template, though the root has a profile of it',
      'SecretDetection',
      {
        ...SECRETS,
        id: 'gid://gitlab/Security::ScanProfile/secret_detection',
        createdAt: null,
        updatedAt: null,
      },
    ],
  ])('can be asked for %s', async (_name, id, expected) => {
    expect((await api.ask(one(id))).data).toEqual({ securityScanProfile: expected });
  });

  it('of others are as absent as those that never were', async () => {
    const [foreign, absent] = [
      await api.ask(one('1'), { user: 'outsider' }),
      await api.ask(one('4711'), { user: 'outsider' }),
    ];
    expect(foreign.text).toEqual(absent.text);
    expect(foreign.errors).toMatchObject([
      {
        message:
          "The resource that you are attempting to access does not exist or you don't have permission to perform this action",
      },
    ]);
  });
});
