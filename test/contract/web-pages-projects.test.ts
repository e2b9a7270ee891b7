import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, groupId, NOW, profileId, projectId, startClient } from './support/clients.ts';

/** The page of a project's scanners, and what decides which buttons there are. */
describe('the web page of a project', () => {
  let client: Client;
  beforeAll(async () => {
    client = await startClient();
  });
  afterAll(async () => client.stop());

  const FULL_PATH = { fullPath: 'group-1/project-10' };
  const attach = async (profile: string, more: object = {}): Promise<unknown> => {
    const input = { securityScanProfileId: profileId(profile), projectIds: [projectId(10)], ...more };
    return (await client.send('web-pages/profile-attach.mutation.graphql', { input })).data;
  };

  it('attaches, lists, shows the status of, and detaches a profile', async () => {
    expect(await attach('sast', { groupIds: [], mode: 'SET', clientMutationId: 'button' })).toEqual({
      securityScanProfileAttach: {
        __typename: 'SecurityScanProfileAttachPayload',
        clientMutationId: 'button',
        errors: [],
      },
    });
    const { data } = await client.send('web-pages/project-profiles.query.graphql', FULL_PATH, 'developer');
    expect(data).toEqual({
      project: {
        __typename: 'Project',
        id: projectId(10),
        securityScanProfiles: [
          {
            __typename: 'ScanProfileType',
            id: profileId(1),
            name: 'SAST (default)',
            description: expect.stringMatching(/\w/),
            scanType: 'SAST',
            gitlabRecommended: true,
            createdAt: NOW,
            updatedAt: NOW,
            triggers: ['DEFAULT_BRANCH_PIPELINE', 'MERGE_REQUEST_PIPELINE'],
          },
        ],
      },
    });

    const status = (more: object): object => ({
      project: {
        __typename: 'Project',
        id: projectId(10),
        scanProfileStatuses: [
          {
            __typename: 'ScanProfileProjectStatus',
            scanProfile: {
              __typename: 'ScanProfileType',
              id: profileId(1),
              name: 'SAST (default)',
              scanType: 'SAST',
            },
            statusOfALaterRelease: null,
            ...more,
          },
        ],
      },
    });
    const statuses = async (): Promise<unknown> =>
      (await client.send('web-pages/project-statuses.query.graphql', FULL_PATH, 'developer')).data;
    expect(await statuses()).toEqual(
      status({
        status: 'PENDING',
        consecutiveFailureCount: 0,
        consecutiveSuccessCount: 0,
        lastScanAt: null,
        buildId: null,
      }),
    );
    await report('FAILED', '957');
    expect(await statuses()).toEqual(
      status({
        status: 'WARNING',
        consecutiveFailureCount: 1,
        consecutiveSuccessCount: 0,
        lastScanAt: NOW,
        buildId: '957',
      }),
    );

    const input = { securityScanProfileId: profileId(1), projectIds: [projectId(10)], groupIds: [] };
    expect((await client.send('web-pages/profile-detach.mutation.graphql', { input })).data).toEqual({
      securityScanProfileDetach: {
        __typename: 'SecurityScanProfileDetachPayload',
        clientMutationId: null,
        errors: [],
      },
    });
    expect(await statuses()).toMatchObject({ project: { scanProfileStatuses: [] } });
  });

  async function report(result: string, buildId: string): Promise<void> {
    const query = `mutation($input: ReportSecurityScanInput!) { reportSecurityScan(input: $input) { errors } }`;
    const input = {
      projectId: projectId(10),
      scanType: 'SAST',
      trigger: 'DEFAULT_BRANCH_PIPELINE',
      result,
      buildId,
    };
    const { data } = await client.api.ask(query, { user: 'developer', variables: { input } });
    expect(data).toEqual({ reportSecurityScan: { errors: [] } });
  }

  const NOTHING = { read: false, create: false, update: false, delete: false, apply: false };
  const EVERYTHING = { read: true, create: true, update: true, delete: true, apply: true };
  it.each([
    ['maintainer', EVERYTHING],
    ['security-manager', { ...NOTHING, read: true, apply: true }],
    ['developer', { ...NOTHING, read: true }],
    ['reporter', NOTHING],
  ])('knows what a %s may do, on group and project alike', async (user, may) => {
    const userPermissions = {
      readSecurityScanProfiles: may.read,
      createSecurityScanProfiles: may.create,
      updateSecurityScanProfiles: may.update,
      deleteSecurityScanProfiles: may.delete,
      applySecurityScanProfiles: may.apply,
    };
    const group = await client.send(
      'web-pages/group-permissions.query.graphql',
      { fullPath: 'group-1/group-2' },
      user,
    );
    expect(group.data).toEqual({ group: { __typename: 'Group', id: groupId(2), userPermissions } });
    const project = await client.send('web-pages/project-permissions.query.graphql', FULL_PATH, user);
    expect(project.data).toEqual({ project: { __typename: 'Project', id: projectId(10), userPermissions } });
  });

  it('sees nothing of a project of somebody else', async () => {
    for (const name of ['project-profiles', 'project-statuses', 'project-permissions']) {
      const variables = { fullPath: 'group-9/project-90' };
      const { text } = await client.send(`web-pages/${name}.query.graphql`, variables);
      expect(JSON.parse(text)).toEqual({ data: { project: null } });
    }
  });
});
