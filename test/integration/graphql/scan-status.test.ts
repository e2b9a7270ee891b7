import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { groupRef } from '../../../shared/domain/node.ts';
import type { Answer, TestApi } from '../../support/graphql-api.ts';
import { customProfiles } from '../../support/custom-profiles.ts';
import { letHold } from '../../support/flat-group.ts';
import { member } from './support/members.ts';
import { startSmallTree } from './support/small-tree.ts';

let api: TestApi;
/** A project of root 1 of each test's own, which holds two profiles of SAST and one of secrets. */
let projectId = 100;
let profiles: readonly number[];

const NO_ACCESS =
  "The resource that you are attempting to access does not exist or you don't have permission to perform this action";

beforeAll(async () => {
  api = await startSmallTree();
  const sast = await customProfiles(api.env.table, 1, 2);
  profiles = [...sast, ...(await customProfiles(api.env.table, 1, 1, { scanType: 'SECRET_DETECTION' }))];
  await member(api, 'developer', groupRef(1), 'developer');
  await member(api, 'security-manager', groupRef(1), 'securityManager');
  await member(api, 'reporter', groupRef(1), 'reporter');
  await member(api, 'elsewhere', groupRef(9), 'owner');
});
afterAll(async () => api.stop());
beforeEach(async () => {
  projectId += 1;
  await api.world.project(projectId, 1);
  await letHold(api.env.table, 1, [projectId], profiles);
});

const gid = (id: number | string): string => `gid://gitlab/Security::ScanProfile/${id}`;
const STATUS =
  'scanProfile { id scanType } status consecutiveFailureCount consecutiveSuccessCount lastScanAt buildId';

async function report(input: Record<string, unknown> = {}, user = 'developer'): Promise<Answer> {
  const query = `mutation($input: ReportSecurityScanInput!) { reportSecurityScan(input: $input) {
    statuses { ${STATUS} } errors clientMutationId } }`;
  const standard = {
    projectId: `gid://gitlab/Project/${projectId}`,
    ...('securityScanProfileId' in input ? {} : { scanType: 'SAST' }),
    trigger: 'DEFAULT_BRANCH_PIPELINE',
    result: 'SUCCESS',
    buildId: '1',
  };
  return api.ask(query, { user, variables: { input: { ...standard, ...input } } });
}

async function statuses(user = 'developer'): Promise<Answer> {
  const query = `{ project(fullPath: "group-1/project-${projectId}") { name scanProfileStatuses { ${STATUS} } } }`;
  return api.ask(query, { user });
}

const NOW = '2026-11-22T12:00:00.000Z';
const pending = (id: number, scanType: string): unknown => ({
  scanProfile: { id: gid(id), scanType },
  status: 'PENDING',
  consecutiveFailureCount: 0,
  consecutiveSuccessCount: 0,
  lastScanAt: null,
  buildId: null,
});
const active = (id: number): unknown => ({
  scanProfile: { id: gid(id), scanType: 'SAST' },
  status: 'ACTIVE',
  consecutiveFailureCount: 0,
  consecutiveSuccessCount: 1,
  lastScanAt: NOW,
  buildId: '1',
});

describe('a project', () => {
  it('shows the status of each attached profile', async () => {
    await report();
    const { data, errors } = await statuses();
    expect(errors).toEqual([]);
    expect(data).toEqual({
      project: {
        name: `project-${projectId}`,
        scanProfileStatuses: [active(1), active(2), pending(3, 'SECRET_DETECTION')],
      },
    });
  });

  it('without a profile has no status', async () => {
    const { data } = await api.ask(
      '{ project(fullPath: "group-1/project-10") { scanProfileStatuses { status } } }',
    );
    expect(data).toEqual({ project: { scanProfileStatuses: [] } });
  });

  it('shows statuses to nobody who may not read profiles', async () => {
    const { data, errors } = await statuses('reporter');
    expect(data).toEqual({ project: { name: `project-${projectId}`, scanProfileStatuses: null } });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('a report', () => {
  it.each(['developer', 'security-manager', 'owner'])('of a %s answers what it was for', async (user) => {
    const answer = await report({ clientMutationId: 'mine' }, user);
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({
      reportSecurityScan: { statuses: [active(1), active(2)], errors: [], clientMutationId: 'mine' },
    });
  });

  it('can be about one profile', async () => {
    const answer = await report({ securityScanProfileId: gid(2), result: 'FAILED', buildId: 'b-7' });
    expect(answer.data).toMatchObject({
      reportSecurityScan: {
        statuses: [
          { scanProfile: { id: gid(2) }, status: 'WARNING', consecutiveFailureCount: 1, buildId: 'b-7' },
        ],
      },
    });
  });

  it('can be about the profile that was made from a template', async () => {
    await api.world.accepted({ projectIds: [11], profile: { template: 'sast' } });
    const answer = await report({ projectId: 'gid://gitlab/Project/11', securityScanProfileId: gid('sast') });
    expect(answer.data).toMatchObject({
      reportSecurityScan: { statuses: [{ status: 'ACTIVE', consecutiveSuccessCount: 1 }], errors: [] },
    });
  });

  it('that comes again much later without a time changes nothing, unless it says something else', async () => {
    const { clock } = api.env;
    const start = clock.now();
    onTestFinished(() => clock.advance(start - clock.now()));
    const told = async (buildId: string, result: string): Promise<Answer> => {
      clock.advance(1_000);
      return report({ buildId, result });
    };
    await told('1', 'SUCCESS');
    for (const buildId of ['2', '3', '4']) await told(buildId, 'FAILED');
    const failed = { status: 'FAILED', consecutiveFailureCount: 3, buildId: '4' };
    expect((await told('1', 'SUCCESS')).data).toMatchObject({
      reportSecurityScan: { statuses: [failed, failed], errors: [] },
    });
    const ranAgain = { status: 'ACTIVE', consecutiveSuccessCount: 1, buildId: '4' };
    expect((await told('4', 'SUCCESS')).data).toMatchObject({
      reportSecurityScan: { statuses: [ranAgain, ranAgain], errors: [] },
    });
  });

  it('may say when the scan ended, up to five minutes from now', async () => {
    const late = await report({ finishedAt: '2026-11-20T12:00:00+02:00' });
    expect(late.data).toMatchObject({
      reportSecurityScan: { statuses: [{ lastScanAt: '2026-11-20T10:00:00.000Z' }, {}] },
    });
    const ahead = await report({ finishedAt: '2026-11-22T12:05:00Z', buildId: '2' });
    expect(ahead.data).toMatchObject({ reportSecurityScan: { statuses: [{ lastScanAt: NOW }, {}] } });
  });

  it.each([
    ['for what is not attached', { scanType: 'DEPENDENCY_SCANNING' }],
    ['for a trigger that no attached profile has', { trigger: 'MERGE_REQUEST_PIPELINE' }],
    ['for a profile without the trigger', { securityScanProfileId: gid(1), trigger: 'SBOM_INGESTED' }],
    ['for a profile of another root, or none at all', { securityScanProfileId: gid(4711) }],
    ['for a template of which nothing was made', { securityScanProfileId: gid('secret_detection') }],
  ])('%s records nothing, and says so', async (_name, input) => {
    const answer = await report(input);
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({
      reportSecurityScan: {
        statuses: [],
        errors: [expect.stringContaining('Nothing was recorded')],
        clientMutationId: null,
      },
    });
    expect((await statuses()).data).toMatchObject({
      project: { scanProfileStatuses: [{ status: 'PENDING' }, { status: 'PENDING' }, { status: 'PENDING' }] },
    });
  });

  it('is refused alike of a project that there is not, that is foreign, and where it is not allowed', async () => {
    const answers = [
      await report({ projectId: 'gid://gitlab/Project/4711' }),
      await report({}, 'elsewhere'),
      await report({ projectId: 'gid://gitlab/Project/90' }),
      await report({}, 'reporter'),
    ];
    for (const { errors, data } of answers) {
      expect(errors).toMatchObject([{ message: NO_ACCESS, extensions: { code: 'FORBIDDEN' } }]);
      expect(data).toEqual({ reportSecurityScan: null });
    }
  });

  it.each([
    ['neither a scan type nor a profile', { scanType: null }, /one of the arguments "scanType" and/],
    ['both', { scanType: 'SAST', securityScanProfileId: gid(1) }, /one of the arguments "scanType" and/],
    ['no build', { buildId: '' }, /"buildId" has to be a text of 1 to 100 characters/],
    ['a build of 101 characters', { buildId: 'x'.repeat(101) }, /"buildId"/],
    ['a time to come', { finishedAt: '2026-11-22T12:05:00.001Z' }, /"finishedAt" is more than five minutes/],
    ['a time that is none', { finishedAt: 'yesterday' }, /finishedAt/],
  ])('with %s is refused', async (_name, input, message) => {
    for (const user of ['developer', 'elsewhere']) {
      const { errors } = await report(input, user);
      expect(errors).toMatchObject([
        { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
  });

  it('costs a request as much as any other change, with the statuses that it answers', async () => {
    const input = `{ projectId: "gid://gitlab/Project/10", scanType: SAST, trigger: DEFAULT_BRANCH_PIPELINE, result: SUCCESS, buildId: "1" }`;
    const ask = async (times: number, fields: string): Promise<readonly unknown[]> => {
      const calls = Array.from(
        { length: times },
        (_, index) => `r${index}: reportSecurityScan(input: ${input}) { ${fields} }`,
      );
      return (await api.ask(`mutation { ${calls.join(' ')} }`)).errors;
    };
    expect(await ask(30, 'errors')).toEqual([]);
    expect(await ask(30, 'statuses { scanProfile { configuration } }')).toMatchObject([
      { extensions: { code: 'LIMIT_EXCEEDED' } },
    ]);
  });
});
