import { expect, it } from 'vitest';
import { readProjects } from '../../shared/storage/nodes.ts';
import { customProfiles } from '../support/custom-profiles.ts';
import { letHold } from '../support/flat-group.ts';
import { heldBy } from '../support/operation-records.ts';
import { startDedicatedStack } from './support/dedicated-stack.ts';
import { eventually } from './support/eventually.ts';
import { plantTree } from './support/tree.ts';

it('the deployed sweep repairs what is stored out of place, as its schedules ask it to', async () => {
  await using stack = await startDedicatedStack();
  const tree = await plantTree(stack, { projects: ['mine/a'], groups: ['mine/sub', 'theirs'] });
  const [sub = 0, theirs = 0] = ['mine/sub', 'theirs'].map((path) => tree.groups.get(path));
  const project = tree.projects.get('mine/a') ?? 0;
  const detail = { project_id: project, new_namespace_id: sub };
  await stack.putEvents({ detailType: 'ProjectTransferredEvent', detail });
  await eventually(async () => {
    expect((await readProjects(stack.table, [project])).get(project)?.parentId).toBe(sub);
  });
  await letHold(stack.table, theirs, [project], await customProfiles(stack.table, theirs, 1));

  for (const scope of ['RECENT', 'EVERYTHING'])
    expect(await stack.invoke('sweep', { scope })).toEqual({ kind: 'result', payload: 'null' });
  await eventually(async () => {
    expect(await heldBy(stack.table, project)).toEqual([]);
  });
  expect(await stack.invoke('sweep', { scope: 'ALL' })).toMatchObject({ kind: 'error' });
});
