import { listLog } from '../../../shared/storage/operation-log.ts';
import type { Stage } from './stage.ts';

/** A project goes from one group to another, two seconds after what was before. */
export async function moveProject(stage: Stage, id: number, from: number, to: number): Promise<void> {
  stage.later();
  await stage.event('ProjectTransferredEvent', {
    project_id: id,
    old_namespace_id: from,
    new_namespace_id: to,
  });
}

/** A group goes to group `to`, which is below `root` or the root itself; to the top, if `to` is null. */
export async function moveGroup(stage: Stage, id: number, to: number | null, root: number): Promise<void> {
  stage.later();
  await stage.event('GroupTransferredEvent', {
    group_id: id,
    new_root_namespace_id: root,
    new_parent_id: to,
  });
}

/** Id of the operation that was accepted last in the log of a root. */
export async function newestOf({ env }: Stage, rootId: number): Promise<string> {
  const [entry] = (await listLog(env.table, rootId, { limit: 1 })).entries;
  return entry?.operationId ?? '';
}
