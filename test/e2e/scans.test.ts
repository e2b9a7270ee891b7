import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { eventually } from './support/eventually.ts';
import { groupGid, operationsOf, profileGid, projectGid } from './support/operations.ts';
import { shared } from './support/shared-stack.ts';
import { plantTree } from './support/tree.ts';

const status = z.object({
  status: z.string(),
  consecutiveFailureCount: z.number(),
  buildId: z.string().nullable(),
});
const project = z.object({ project: z.object({ scanProfileStatuses: z.array(status) }) });
const projects = z.object({ nodes: z.array(z.object({ fullPath: z.string() })) });
const coverage = z.object({
  group: z.object({
    securityScanProfileCoverage: z.object({
      projects: z.number(),
      projectsWithProfile: z.number(),
      statuses: z.array(z.object({ status: z.string(), projects: z.number() })),
      pageInfo: z.object({ hasNextPage: z.boolean() }),
    }),
    failed: projects,
    active: projects,
    attached: projects,
    lacking: projects,
    unscanned: projects,
  }),
});

it('the ends of scans come by the bus and by the API, and show in statuses, coverage and filters', async () => {
  const owner = operationsOf(shared, 'scans-owner');
  const tree = await plantTree(shared, {
    projects: ['scans/below/one', 'scans/below/two', 'scans/three'],
    members: { 'scans-owner': { scans: 50 } },
  });
  await owner.run('attachSecurityScanProfile', {
    securityScanProfileId: profileGid('sast'),
    groupIds: [groupGid(tree.groups.get('scans/below'))],
  });
  const statusOf = async (path: string): Promise<unknown> => {
    const query = `{ project(fullPath: "${path}") { scanProfileStatuses { status consecutiveFailureCount buildId } } }`;
    return (await owner.ask(project, query)).project.scanProfileStatuses;
  };
  expect(await statusOf('scans/below/one')).toEqual([
    { status: 'PENDING', consecutiveFailureCount: 0, buildId: null },
  ]);

  const detail = {
    project_id: tree.projects.get('scans/below/one'),
    scan_type: 'sast',
    trigger: 'default_branch_pipeline',
    result: 'failed',
  };
  // In all spellings, one of them twice, and one that nobody can understand among them.
  await shared.putEvents(
    { detailType: 'SecurityScanFinishedEvent', detail: { ...detail, build_id: 1 } },
    { detailType: 'SecurityScanFinished', detail: { ...detail, build_id: 2 } },
    { detailType: 'SecurityScanFinishedEvent', detail: { ...detail, build_id: 3, result: 'unclear' } },
    { detailType: 'Security::SecurityScanFinishedEvent', detail: { ...detail, build_id: 2 } },
    { detailType: 'SecurityScanFinishedEvent', detail: { ...detail, pipeline_id: 'p-3' } },
  );
  await eventually(async () => {
    expect(await statusOf('scans/below/one')).toMatchObject([
      { status: 'FAILED', consecutiveFailureCount: 3 },
    ]);
  });

  await eventually(async () => {
    const asked = new GetQueueAttributesCommand({
      QueueUrl: shared.file.queues['status-worker']?.deadLetterUrl,
      AttributeNames: ['ApproximateNumberOfMessages'],
    });
    expect((await shared.sqs.send(asked)).Attributes).toEqual({ ApproximateNumberOfMessages: '1' });
  });

  const reported = await owner.ask(
    z.object({ reportSecurityScan: z.object({ errors: z.array(z.string()), statuses: z.array(status) }) }),
    `mutation ($input: ReportSecurityScanInput!) { reportSecurityScan(input: $input) {
      errors statuses { status consecutiveFailureCount buildId } } }`,
    {
      input: {
        projectId: projectGid(tree.projects.get('scans/below/two')),
        securityScanProfileId: profileGid('sast'),
        trigger: 'MERGE_REQUEST_PIPELINE',
        result: 'SUCCESS',
        buildId: '77',
      },
    },
  );
  const active = [{ status: 'ACTIVE', consecutiveFailureCount: 0, buildId: '77' }];
  expect(reported.reportSecurityScan).toEqual({ errors: [], statuses: active });
  expect(await statusOf('scans/below/two')).toEqual(active);

  const asked = await owner.ask(
    coverage,
    `query ($sast: SecurityScanProfileID!) { group(fullPath: "scans") {
      securityScanProfileCoverage { projects projectsWithProfile statuses { status projects } pageInfo { hasNextPage } }
      failed: projects(includeSubgroups: true, status: FAILED) { nodes { fullPath } }
      active: projects(includeSubgroups: true, withProfile: $sast, status: ACTIVE) { nodes { fullPath } }
      attached: projects(includeSubgroups: true, withProfile: $sast) { nodes { fullPath } }
      lacking: projects(includeSubgroups: true, withoutProfile: $sast) { nodes { fullPath } }
      unscanned: projects(includeSubgroups: true, withoutScanType: SAST) { nodes { fullPath } }
    } }`,
    { sast: profileGid('sast') },
  );
  expect(asked.group).toEqual({
    securityScanProfileCoverage: {
      projects: 3,
      projectsWithProfile: 2,
      statuses: [
        { status: 'FAILED', projects: 1 },
        { status: 'STALE', projects: 0 },
        { status: 'WARNING', projects: 0 },
        { status: 'PENDING', projects: 0 },
        { status: 'ACTIVE', projects: 1 },
        { status: 'NOT_CONFIGURED', projects: 1 },
      ],
      pageInfo: { hasNextPage: false },
    },
    failed: { nodes: [{ fullPath: 'scans/below/one' }] },
    active: { nodes: [{ fullPath: 'scans/below/two' }] },
    attached: { nodes: [{ fullPath: 'scans/below/one' }, { fullPath: 'scans/below/two' }] },
    lacking: { nodes: [{ fullPath: 'scans/three' }] },
    unscanned: { nodes: [{ fullPath: 'scans/three' }] },
  });
});
