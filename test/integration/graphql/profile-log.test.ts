import * as z from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import { startGraphqlApi, type TestApi } from '../../support/graphql-api.ts';
import { member } from './support/members.ts';
import { act, APPLY, CANCEL, expectError, RETRY, UNDO } from './support/operations.ts';
import { edit, madeProfile, type ProfileView } from './support/profiles.ts';

let api: TestApi;
let profile: ProfileView;

const VERSION = 'name description scanType triggers configuration lockVersion';
const ENTRY = `id kind status finishedAt actor { id } profile { id } mode dryRun projectIds groupIds totals { projects }
  profileChange { before { ${VERSION} } after { ${VERSION} } }`;

const byMergeRequest = (values: object) => [
  { triggerType: 'MERGE_REQUEST_PIPELINE', configuration: { secretDetection: values } },
];

/** A profile that was made, changed, brought back to what it was, and deleted. */
beforeAll(async () => {
  api = await startGraphqlApi();
  await api.world.group(1, null);
  await member(api, 'maintainer', groupRef(1), 'maintainer');
  await member(api, 'developer', groupRef(1), 'developer');
  const logged = { scanType: 'SECRET_DETECTION', name: 'Logged', description: 'First' };
  profile = await madeProfile(api, { ...logged, triggers: byMergeRequest({ historicScan: true }) });
  const { id } = profile;
  const triggers = byMergeRequest({ excludedPaths: ['docs'] });
  await edit(api, 'Update', { id, description: 'Second', triggers }, 'maintainer');
  await edit(api, 'Update', { id, triggers: byMergeRequest({ historicScan: true }) });
  await edit(api, 'Delete', { id });
  await api.world.drain();
});
afterAll(async () => {
  await api.stop();
});

async function log(filter: string, user = 'developer'): Promise<readonly unknown[]> {
  const query = `{ group(fullPath: "group-1") { securityScanProfileOperations(${filter}) { nodes { ${ENTRY} } } } }`;
  const { data, errors } = await api.ask(query, { user });
  expect(errors).toEqual([]);
  const nodes = z.object({ nodes: z.array(z.unknown()) });
  return z.object({ group: z.object({ securityScanProfileOperations: nodes }) }).parse(data).group
    .securityScanProfileOperations.nodes;
}

const USUAL = {
  secureAnalyzersPrefix: '$CI_TEMPLATE_REGISTRY_HOST/security-products',
  imageSuffix: 'DEFAULT',
  historicScan: false,
  excludedPaths: [],
};

function version(lockVersion: number, description: string, values: object): object {
  return {
    name: 'Logged',
    description,
    scanType: 'SECRET_DETECTION',
    triggers: ['MERGE_REQUEST_PIPELINE'],
    configuration: { MERGE_REQUEST_PIPELINE: { ...USUAL, ...values } },
    lockVersion,
  };
}

const FIRST = version(1, 'First', { historicScan: true });
const SECOND = version(2, 'Second', { excludedPaths: ['docs'] });
const THIRD = version(3, 'Second', { historicScan: true });

function entry(kind: string, before: object | null, after: object | null, actor = 'owner'): object {
  return {
    kind,
    status: 'SUCCEEDED',
    finishedAt: '2026-11-22T12:00:00.000Z',
    actor: { id: actor },
    profile: null,
    mode: null,
    dryRun: false,
    projectIds: [],
    totals: { projects: 0 },
    profileChange: { before, after },
  };
}

describe('the log', () => {
  it('has what was made of a profile with old and new, the configurations of that time included', async () => {
    const entries = await log(`profileId: "${profile.id}"`);
    expect(entries).toHaveLength(4);
    expect(entries).toMatchObject([
      entry('DELETE_PROFILE', THIRD, null),
      entry('UPDATE_PROFILE', SECOND, THIRD),
      entry('UPDATE_PROFILE', FIRST, SECOND, 'maintainer'),
      entry('CREATE_PROFILE', null, FIRST),
    ]);
  });

  it.each([
    ['kind: CREATE_PROFILE', 1],
    ['kind: UPDATE_PROFILE', 2],
    ['kind: UPDATE_PROFILE, actorId: "maintainer"', 1],
    ['kind: DELETE_PROFILE', 1],
    ['kind: DETACH', 0],
    ['status: SUCCEEDED', 4],
    ['profileId: "gid://gitlab/Security::ScanProfile/secret_detection"', 0],
  ])('can be searched: %s', async (filter, count) => {
    expect(await log(filter)).toHaveLength(count);
  });

  it('has nothing of a profile in other operations', async () => {
    await api.world.project(10, 1);
    await api.world.accepted({ projectIds: [10] });
    expect(await log('kind: ATTACH')).toMatchObject([{ kind: 'ATTACH', profileChange: null }]);
  });

  it.each([APPLY, RETRY, UNDO, CANCEL].map((mutation) => ({ mutation })))(
    'has edits that are done: $mutation.0 is refused',
    async ({ mutation }) => {
      const [found] = await log('kind: UPDATE_PROFILE');
      const { id } = z.object({ id: z.string() }).parse(found);
      expectError(await act(api, mutation, id), 'INVALID_STATE', /./);
    },
  );
});
