import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, groupId, NO_ACCESS, startClient } from './support/clients.ts';

const PROFILE = {
  namespaceId: groupId(1),
  scanType: 'SAST',
  name: 'SAST of ours',
  description: 'Ours',
  triggers: [{ triggerType: 'DEFAULT_BRANCH_PIPELINE' }],
};

/** What the form in which a profile is made says where none is made. */
describe('the web page of a new profile', () => {
  let client: Client;
  beforeAll(async () => {
    client = await startClient();
    expect((await create(PROFILE)).data).toMatchObject({ securityScanProfileCreate: { errors: [] } });
  });
  afterAll(async () => client.stop());

  const create = async (input: object, user?: string): ReturnType<Client['send']> =>
    client.send('web-pages/profile-create.mutation.graphql', { input }, user);

  it.each([
    ['a name that is taken, whatever its case', { ...PROFILE, name: ' sast OF ours ' }, /taken/],
    [
      'a trigger that the scan type does not allow',
      { ...PROFILE, name: 'Odd', triggers: [{ triggerType: 'SBOM_INGESTED' }] },
      /SBOM_INGESTED/,
    ],
    ['a reserved name', { ...PROFILE, name: 'sast (DEFAULT)' }, /reserved/],
    ['a name that is too long', { ...PROFILE, name: 'n'.repeat(256) }, /255/],
    ['a description that is too long', { ...PROFILE, name: 'Long', description: 'd'.repeat(2048) }, /2047/],
    ['no trigger', { ...PROFILE, name: 'Idle', triggers: [] }, /at least one trigger/],
    [
      'a configuration of another scan type',
      {
        ...PROFILE,
        name: 'Other',
        triggers: [{ triggerType: 'DEFAULT_BRANCH_PIPELINE', configuration: { secretDetection: {} } }],
      },
      /^triggers\[0\]\.configuration\.secretDetection: .*sast/,
    ],
  ])('is told of %s in errors, and nothing is made', async (_what, input, words) => {
    const { data, errors } = await create(input);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      securityScanProfileCreate: { scanProfile: null, errors: [expect.stringMatching(words)] },
    });
  });

  it.each([
    [
      'a subgroup',
      { ...PROFILE, namespaceId: groupId(2) },
      'maintainer',
      'namespace_id must reference a top-level namespace.',
    ],
    ['a foreign group', { ...PROFILE, namespaceId: groupId(9) }, 'maintainer', NO_ACCESS],
    ['an absent group', { ...PROFILE, namespaceId: groupId(99) }, 'maintainer', NO_ACCESS],
    ['a group in which the caller may not', PROFILE, 'developer', NO_ACCESS],
    ['a group in which the caller may only apply', PROFILE, 'security-manager', NO_ACCESS],
  ])('is refused for %s in words that it knows', async (_what, input, user, message) => {
    const { status, data, errors } = await create(input, user);
    expect(status).toBe(200);
    expect(data).toEqual({ securityScanProfileCreate: null });
    expect(errors.map((error) => error.message)).toEqual([message]);
  });
});
