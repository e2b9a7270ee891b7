import { expect, it } from 'vitest';
import { readProjects } from '../../shared/storage/nodes.ts';
import { writeStates } from '../../shared/storage/project-states.ts';
import { customProfiles } from '../support/custom-profiles.ts';
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
  const { state: before } = await eventually(async () => {
    const node = (await readProjects(stack.table, [project])).get(project);
    if (node?.parentId !== sub) throw new Error('it has not moved yet');
    return node;
  });
  const [foreign = 0] = await customProfiles(stack.table, theirs, 1);
  const attachment = { seq: 0, at: 0, by: 'owner', operationId: 'earlier' };
  const state = { ...before, rootId: theirs, rootVersion: 0, attachments: { [foreign]: attachment } };
  await writeStates(stack.table, [{ projectId: project, before: before.version, state }]);
  expect(await heldBy(stack.table, project)).toEqual([foreign]);

  for (const scope of ['RECENT', 'EVERYTHING'])
    expect(await stack.invoke('sweep', { scope })).toEqual({ kind: 'result', payload: 'null' });
  await eventually(async () => {
    expect(await heldBy(stack.table, project)).toEqual([]);
  });
  expect(await stack.invoke('sweep', { scope: 'ALL' })).toMatchObject({ kind: 'error' });
});
