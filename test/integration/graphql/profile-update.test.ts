import * as z from 'zod';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import { startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';
import { member } from './support/members.ts';
import { expectError } from './support/operations.ts';
import { current, edit, madeProfile, OVERTAKEN, send, writesIn } from './support/profiles.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startGraphqlApi();
  await api.world.group(1, null);
  await api.world.group(9, null);
  for (const id of [10, 11]) await api.world.project(id, 1);
  for (const level of ['maintainer', 'developer', 'securityManager'] as const)
    await member(api, level, groupRef(1), level);
  await member(api, 'foreign', groupRef(9), 'owner');
});
beforeEach(() => {
  api.commands.length = 0;
});
afterAll(async () => {
  await api.stop();
});

const RECOMMENDED = 'Recommended scan profiles can be neither changed nor deleted: create one of your own';
const NO_ACCESS = /^The resource that you are attempting to access does not exist/;

const bySbom = (values: object) => [
  { triggerType: 'SBOM_INGESTED', configuration: { dependencyScanningPostProcessing: values } },
];
const AUTO = { scanType: 'DEPENDENCY_SCANNING_POST_PROCESSING' };

describe('an update', () => {
  it('changes what it names and keeps the rest', async () => {
    const input = { ...AUTO, triggers: bySbom({ autoRemediation: { cooldown: 30 } }) };
    const { id, name } = await madeProfile(api, input);
    api.env.clock.advance(1_000);
    const changed = await edit(
      api,
      'Update',
      { id, description: 'New', clientMutationId: 'x' },
      'maintainer',
    );
    expect(changed).toMatchObject({
      errors: [],
      clientMutationId: 'x',
      operation: { kind: 'UPDATE_PROFILE', status: 'SUCCEEDED' },
      scanProfile: {
        name,
        description: 'New',
        createdAt: '2026-11-22T12:00:00.000Z',
        updatedAt: '2026-11-22T12:00:01.000Z',
        lockVersion: 2,
        triggerSettings: [{ overrides: { autoRemediation: { cooldown: 30 } } }],
      },
    });
    expect(await current(api, { id })).toMatchObject({
      name,
      description: 'New',
      lockVersion: 2,
      configuration: { SBOM_INGESTED: { autoRemediation: { cooldown: 30, openMergeRequestsLimit: 10 } } },
    });
  });

  it('replaces all triggers with their configurations', async () => {
    const configuration = { sast: { excludedPaths: ['old'] } };
    const both = ['DEFAULT_BRANCH_PIPELINE', 'MERGE_REQUEST_PIPELINE'];
    const { id } = await madeProfile(api, {
      triggers: both.map((triggerType) => ({ triggerType, configuration })),
    });
    const triggers = [{ triggerType: 'MERGE_REQUEST_PIPELINE' }];
    expect(await edit(api, 'Update', { id, triggers })).toMatchObject({ errors: [] });
    expect(await current(api, { id })).toMatchObject({
      triggers: ['MERGE_REQUEST_PIPELINE'],
      triggerSettings: [
        { overrides: {}, configuration: { excludedPaths: ['spec', 'test', 'tests', 'tmp'] } },
      ],
    });
  });

  it('shows at once on every project that has the profile', async () => {
    const { id } = await madeProfile(api);
    const attach = `mutation ($id: SecurityScanProfileID!) { attachSecurityScanProfile(input: { securityScanProfileId: $id, projectIds: ["gid://gitlab/Project/10", "gid://gitlab/Project/11"] }) { errors } }`;
    await api.ask(attach, { variables: { id } });
    await edit(api, 'Update', {
      id,
      name: 'Everywhere',
      triggers: [{ triggerType: 'MERGE_REQUEST_PIPELINE' }],
    });
    const fields = 'attachedSecurityScanProfiles { name lockVersion triggers }';
    const query = `{ a: project(fullPath: "group-1/project-10") { ${fields} } b: project(fullPath: "group-1/project-11") { ${fields} } }`;
    const shown = { name: 'Everywhere', lockVersion: 2, triggers: ['MERGE_REQUEST_PIPELINE'] };
    expect((await api.ask(query)).data).toEqual({
      a: { attachedSecurityScanProfiles: [shown] },
      b: { attachedSecurityScanProfiles: [shown] },
    });
  });

  it('is seen by what follows it in the same request', async () => {
    const { id } = await madeProfile(api);
    const one = (
      name: string,
    ) => `${name}: securityScanProfileUpdate(input: { id: "${id}", name: "${name}" }) {
      operation { profile { name } profileChange { before { name } } }
    }`;
    const { data } = await api.ask(`mutation { ${one('first')} ${one('second')} }`);
    expect(data).toMatchObject({
      first: { operation: { profile: { name: 'first' } } },
      second: { operation: { profile: { name: 'second' }, profileChange: { before: { name: 'first' } } } },
    });
  });

  it('may leave the name as it is, or change its case alone', async () => {
    const { id, name } = await madeProfile(api);
    expect(await edit(api, 'Update', { id, name })).toMatchObject({ errors: [], operation: null });
    const upper = name.toUpperCase();
    expect(await edit(api, 'Update', { id, name: upper })).toMatchObject({
      errors: [],
      scanProfile: { name: upper, lockVersion: 2 },
    });
  });

  it('that changes nothing answers the profile, and no operation', async () => {
    const { id, ...before } = await madeProfile(api);
    api.commands.length = 0;
    for (const input of [{ id }, { id, name: null, description: null, triggers: null, lockVersion: null }])
      expect(await edit(api, 'Update', input)).toMatchObject({
        errors: [],
        operation: null,
        scanProfile: { ...before, id },
      });
    expect(writesIn(api)).toEqual([]);
  });
});

describe('what is wrong with an update is said, all of it, and nothing is changed:', () => {
  it.each([
    [
      'a blank name, and no trigger',
      { name: ' ', triggers: [] },
      ['name must not be blank', 'triggers must name at least one trigger'],
    ],
    [
      'a configuration beyond its bounds',
      { triggers: bySbom({ autoRemediation: { cooldown: 366, openMergeRequestsLimit: 31 } }) },
      [
        'triggers[0].configuration.dependencyScanningPostProcessing.autoRemediation.cooldown: must be a whole number from 0 to 365',
        'triggers[0].configuration.dependencyScanningPostProcessing.autoRemediation.openMergeRequestsLimit: must be a whole number from 1 to 30',
      ],
    ],
    [
      'a trigger that the scan type does not allow',
      { triggers: [{ triggerType: 'GIT_PUSH_EVENT' }] },
      [
        'triggers[0]: GIT_PUSH_EVENT is no trigger of DEPENDENCY_SCANNING_POST_PROCESSING, which allows SBOM_INGESTED',
      ],
    ],
    [
      'the name of a template',
      { name: 'SAST (default)' },
      ['name "SAST (default)" is reserved for a recommended profile'],
    ],
    ['another version', { name: 'Other', lockVersion: 2 }, [OVERTAKEN]],
  ])('%s', async (_name, input, errors) => {
    const profile = await madeProfile(api, { ...AUTO, triggers: bySbom({}) });
    const before = await current(api, profile);
    api.commands.length = 0;
    expect(await edit(api, 'Update', { id: profile.id, ...input })).toMatchObject({
      errors,
      scanProfile: null,
      operation: null,
    });
    expect(writesIn(api)).toEqual([]);
    expect(await current(api, profile)).toEqual(before);
  });

  it('the name of another profile', async () => {
    const [{ name }, other] = [await madeProfile(api), await madeProfile(api)];
    expect(await edit(api, 'Update', { id: other.id, name: name.toLowerCase() })).toMatchObject({
      errors: [`name "${name.toLowerCase()}" is taken by another scan profile of the scan type SAST`],
      scanProfile: null,
    });
    expect(await current(api, other)).toMatchObject({ name: other.name, lockVersion: 1 });
  });

  it('that it is a recommended one, by its number and by its template', async () => {
    await api.world.accepted({ projectIds: [10], profile: { template: 'sast' } });
    const query =
      '{ group(fullPath: "group-1") { availableSecurityScanProfiles(type: SAST, gitlabRecommended: true) { id } } }';
    const ids = z.object({
      group: z.object({ availableSecurityScanProfiles: z.tuple([z.object({ id: z.string() })]) }),
    });
    const [{ id }] = ids.parse((await api.ask(query)).data).group.availableSecurityScanProfiles;
    for (const each of [id, 'gid://gitlab/Security::ScanProfile/sast'])
      for (const mutation of ['Update', 'Delete'] as const)
        expect(
          await edit(api, mutation, { id: each, ...(mutation === 'Update' ? { name: 'Mine' } : {}) }),
        ).toMatchObject({
          errors: [RECOMMENDED],
          operation: null,
        });
  });
});

describe('who may not change a profile learns nothing of it:', () => {
  it.each([
    ['a developer', 'developer'],
    ['a Security Manager, who may attach', 'securityManager'],
    ['the owner of another root', 'foreign'],
    ['a member of nothing', 'nobody'],
  ])('%s', async (_name, user) => {
    const { id } = await madeProfile(api);
    api.commands.length = 0;
    const absent = 'gid://gitlab/Security::ScanProfile/4711';
    for (const mutation of ['Update', 'Delete'] as const) {
      const [there, not] = [
        await send(api, mutation, { id }, user),
        await send(api, mutation, { id: absent }, user),
      ];
      expectError(there, 'FORBIDDEN', NO_ACCESS);
      expect(there.text).toBe(not.text);
    }
    expect(writesIn(api)).toEqual([]);
  });
});
