import { setTimeout as sleep } from 'node:timers/promises';
import { readProjects } from '../../shared/storage/nodes.ts';
import type { TestEvent } from '../../test/e2e/support/client.ts';
import type { Target } from '../local-stack/measure.ts';
import { atRest } from '../local-stack/rest.ts';
import { type BenchStack, OWNER } from '../local-stack/stack.ts';

/** Entries that the bus takes at once. */
const ENTRIES = 10;

/** Milliseconds between two looks. */
const PAUSE = 50;

/** Gives the functions that no operation needs so many projects to do: with their transfers, scans and look-ups by REST. */
export async function letOthersWork(
  stack: BenchStack,
  [from, to]: readonly Target[],
  projects: number,
): Promise<void> {
  if (!from || !to) throw new Error('there are not two roots');
  const ids = from.projectIds.slice(0, projects);
  const last = ids.at(-1) ?? 0;
  await publish(stack, ids, (project_id) => ({
    detailType: 'SecurityScanFinishedEvent',
    detail: {
      project_id,
      scan_type: 'sast',
      trigger: 'default_branch_pipeline',
      result: 'success',
      build_id: project_id,
    },
  }));
  await publish(stack, ids, (project_id) => ({
    detailType: 'ProjectTransferredEvent',
    detail: { project_id, new_namespace_id: to.groupId },
  }));
  while ((await readProjects(stack.table, [last])).get(last)?.parentId !== to.groupId) await sleep(PAUSE);
  await atRest(stack);
  const headers = { authorization: `Bearer ${await stack.token(OWNER)}` };
  for (const id of ids) {
    const { status } = await stack.request(`/api/v4/projects/${id}`, { headers });
    if (status !== 200) throw new Error(`project ${id} was answered with ${status}`);
  }
}

async function publish(
  stack: BenchStack,
  ids: readonly number[],
  eventOf: (id: number) => TestEvent,
): Promise<void> {
  for (let start = 0; start < ids.length; start += ENTRIES)
    await stack.putEvents(...ids.slice(start, start + ENTRIES).map(eventOf));
}
