import type { TreeNode } from '../domain/node.ts';
import type { Environment } from '../environment/environment.ts';
import { REGISTERED_AFTER_END } from '../storage/registrations.ts';
import type { Ancestry } from './ancestry.ts';
import type { NodeRecord } from './records.ts';

export interface NodeCounts {
  created: number;
  changed: number;
  unchanged: number;
  /** Kept as they are, because something as late or later is known about them. */
  later: number;
}

/** What an import of groups or projects goes by, and what it learns on its way. */
export interface Writing {
  readonly env: Environment;
  /** Epoch milliseconds. */
  readonly asOf: number;
  readonly ancestry: Ancestry;
  /** There was nothing in the table: what is new need not be looked for first. */
  readonly wasEmpty: boolean;
  readonly counts: NodeCounts;
  readonly arrivals: Arrivals;
  readonly onDone: (nodes: number) => void;
}

/** What running operations may have missed, because it came after they had passed its place. */
export interface Arrivals {
  /** Groups that came within the hour. */
  readonly groupIds: Set<number>;
  /** What came within the hour, except below one of these groups: who visits the group finds it. */
  readonly created: NodeRecord[];
}

export function noteCreated({ arrivals, counts }: Writing, record: NodeRecord): void {
  counts.created += 1;
  noteRecent(arrivals, record);
}

/** A node that is as the file says. If it came just now, an import may have died before it handed the node over. */
export function noteSame({ env, arrivals, counts }: Writing, record: NodeRecord, node: TreeNode): void {
  counts.unchanged += 1;
  if (node.changedAt > env.clock.now() - REGISTERED_AFTER_END) noteRecent(arrivals, record);
}

function noteRecent({ groupIds, created }: Arrivals, record: NodeRecord): void {
  if (record.kind === 'group') groupIds.add(record.id);
  if (record.parentId === null || !groupIds.has(record.parentId)) created.push(record);
}
