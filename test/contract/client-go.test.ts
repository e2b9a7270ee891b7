import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, groupId, NO_ACCESS, profileId, projectId, startClient } from './support/clients.ts';

/** client-go, and with it `glab`: errors alone of mutations, both lists always, statuses for people. */
describe('client-go', () => {
  let client: Client;
  beforeAll(async () => {
    client = await startClient();
  });
  afterAll(async () => client.stop());

  const input = (profile: string, projects: readonly number[], groups: readonly number[] = []): object => ({
    input: {
      securityScanProfileId: profileId(profile),
      projectIds: projects.map(projectId),
      groupIds: groups.map(groupId),
    },
  });
  const statuses = async (fullPath: string, user?: string): Promise<unknown> =>
    (await client.send('client-go/statuses.graphql', { fullPath }, user)).data;

  it('enables a profile by its scan type, sees its status, and disables it by its scan type', async () => {
    const attached = await client.send('client-go/attach.graphql', { ...input('sast', [10]) });
    expect(attached.status).toBe(200);
    expect(JSON.parse(attached.text)).toEqual({ data: { securityScanProfileAttach: { errors: [] } } });
    expect(await statuses('group-1/project-10')).toEqual({
      project: {
        scanProfileStatuses: [
          {
            status: 'PENDING',
            scanProfile: { id: profileId(1), name: 'SAST (default)', scanType: 'SAST' },
          },
        ],
      },
    });
    const detached = await client.send('client-go/detach.graphql', { ...input('sast', [10]) });
    expect(JSON.parse(detached.text)).toEqual({ data: { securityScanProfileDetach: { errors: [] } } });
    expect(await statuses('group-1/project-10')).toEqual({ project: { scanProfileStatuses: [] } });
  });

  it('disables by the number that it read, too', async () => {
    await client.send('client-go/attach.graphql', { ...input('sast', [11]) });
    const { data } = await client.send('client-go/detach.graphql', { ...input('1', [11]) });
    expect(data).toEqual({ securityScanProfileDetach: { errors: [] } });
    expect(await statuses('group-1/project-11')).toEqual({ project: { scanProfileStatuses: [] } });
  });

  it('finds what it may not see absent: null, and no error', async () => {
    const hidden = await client.send('client-go/statuses.graphql', { fullPath: 'group-9/project-90' });
    const absent = await client.send('client-go/statuses.graphql', { fullPath: 'group-9/project-91' });
    expect(JSON.parse(hidden.text)).toEqual({ data: { project: null } });
    expect(JSON.parse(absent.text)).toEqual(JSON.parse(hidden.text));
  });

  it.each([
    ['an absent project', input('sast', [99]), 'maintainer', NO_ACCESS],
    ['a foreign project', input('sast', [10, 90]), 'maintainer', NO_ACCESS],
    ['an absent profile', input('404', [10]), 'maintainer', NO_ACCESS],
    ['a caller who may not', input('sast', [10]), 'developer', NO_ACCESS],
    ['no target', input('sast', []), 'maintainer', 'All items should belong to the same root namespace'],
    [
      'too many targets',
      input(
        'sast',
        Array.from({ length: 101 }, (_value, index) => 1000 + index),
      ),
      'maintainer',
      'Too many ids (maximum: 100)',
    ],
  ])('reads of %s in words that it knows, with HTTP status 200', async (_what, variables, user, message) => {
    for (const [name, field] of [
      ['client-go/attach.graphql', 'securityScanProfileAttach'],
      ['client-go/detach.graphql', 'securityScanProfileDetach'],
    ] as const) {
      const { status, data, errors } = await client.send(name, { ...variables }, user);
      expect(status).toBe(200);
      expect(data).toEqual({ [field]: null });
      expect(errors.map((error) => error.message)).toEqual([message]);
    }
  });

  it('reads of two roots in words that it knows', async () => {
    const { errors } = await client.send('client-go/attach.graphql', { ...input('sast', [10, 90]) }, 'owner');
    expect(errors.map(({ message }) => message)).toEqual([
      'All items should belong to the same root namespace',
    ]);
  });

  it('reads of a project that is full which one it is, by name and path', async () => {
    const full = 21;
    await client.api.world.project(full, 2);
    for (let number = 1; number <= 10; number += 1) {
      const made = await client.send('web-pages/profile-create.mutation.graphql', {
        input: {
          namespaceId: groupId(1),
          scanType: 'SECRET_DETECTION',
          name: `Full ${number}`,
          description: '',
          triggers: [{ triggerType: 'GIT_PUSH_EVENT' }],
        },
      });
      expect(made.errors).toEqual([]);
    }
    const profiles = await client.api.ask(
      '{ group(fullPath: "group-1") { availableSecurityScanProfiles(type: SECRET_DETECTION, gitlabRecommended: false) { id } } }',
    );
    for (const id of idsIn(profiles.data)) {
      const query = `mutation { attachSecurityScanProfile(input: { securityScanProfileId: "${id}", projectIds: ["${projectId(full)}"] }) { errors } }`;
      expect((await client.api.ask(query)).data).toEqual({ attachSecurityScanProfile: { errors: [] } });
    }
    const { data, errors } = await client.send('client-go/attach.graphql', { ...input('sast', [full, 20]) });
    expect(errors).toEqual([]);
    expect(data).toEqual({
      securityScanProfileAttach: {
        errors: [expect.stringMatching(/project-21.*group-1\/group-2\/project-21.*maximum.*10/)],
      },
    });
    expect(await statuses('group-1/group-2/project-20')).toMatchObject({
      project: { scanProfileStatuses: [{ scanProfile: { scanType: 'SAST' } }] },
    });
  });
});

function idsIn(data: unknown): string[] {
  return Array.from(
    JSON.stringify(data).matchAll(/gid:\/\/gitlab\/Security::ScanProfile\/\d+/g),
    ([id]) => id,
  );
}
