import { readFile } from 'node:fs/promises';
import { expect, inject, it } from 'vitest';
import * as z from 'zod';
import { publishedEventsFile } from '../../../local/lifecycle/own-files.ts';
import { eventually } from '../support/eventually.ts';
import { groupGid, operationsOf, profileGid, projectGid } from '../support/operations.ts';
import { shared } from '../support/shared-stack.ts';
import { plantTree } from '../support/tree.ts';

const published = z.object({
  'detail-type': z.string(),
  detail: z.object({
    operation_id: z.string(),
    profile_ids: z.array(z.number()).optional(),
    project_ids: z.array(z.number()).optional(),
    status: z.string().optional(),
  }),
});

/** What the bus has taken about an operation, once each. */
async function eventsOf(operationId: string): Promise<Record<string, z.infer<typeof published>['detail']>> {
  const lines = (await readFile(publishedEventsFile(inject('stack').stateDir), 'utf8')).trim().split('\n');
  const events = lines.map((line) => published.parse(JSON.parse(line)));
  const own = events.filter(({ detail }) => detail.operation_id === operationId);
  return Object.fromEntries(own.map((event) => [event['detail-type'], event.detail]));
}

it('what an operation does is on the bus: its start, what it attached, replaced and detached, and its end', async () => {
  const owner = operationsOf(shared, 'events-owner');
  const tree = await plantTree(shared, {
    projects: ['events/one', 'events/two'],
    members: { 'events-owner': { events: 50 } },
  });
  const ids = ['events/one', 'events/two'].map((path) => tree.projects.get(path) ?? 0);
  const group = await owner.run('attachSecurityScanProfile', {
    securityScanProfileId: profileGid('sast'),
    groupIds: [groupGid(tree.groups.get('events'))],
  });
  const events = await eventually(async () => {
    const found = await eventsOf(group.id);
    expect(Object.keys(found).toSorted()).toEqual([
      'SecurityScanProfileOperationFinished',
      'SecurityScanProfileOperationStarted',
      'security_scan_profile_attached_to_project',
    ]);
    return found;
  });
  expect(events['security_scan_profile_attached_to_project']?.project_ids).toEqual(ids);
  expect(events['SecurityScanProfileOperationFinished']?.status).toBe('SUCCEEDED');

  const detach = await owner.run('detachSecurityScanProfile', {
    securityScanProfileId: profileGid('sast'),
    projectIds: ids.slice(0, 1).map(projectGid),
  });
  await eventually(async () => {
    const found = await eventsOf(detach.id);
    expect(found['security_scan_profile_detached_from_project']?.project_ids).toEqual(ids.slice(0, 1));
    expect(found['SecurityScanProfileOperationFinished']?.status).toBe('SUCCEEDED');
  });
  const preview = await owner.run('attachSecurityScanProfile', {
    securityScanProfileId: profileGid('sast'),
    projectIds: ids.slice(0, 1).map(projectGid),
    dryRun: true,
  });
  await eventually(async () => {
    expect(Object.keys(await eventsOf(preview.id)).toSorted()).toEqual([
      'SecurityScanProfileOperationFinished',
      'SecurityScanProfileOperationStarted',
    ]);
  });
});
