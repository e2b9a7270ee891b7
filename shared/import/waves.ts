import { MAXIMUM_LEVELS } from '../domain/node.ts';
import type { NodeRecord } from './records.ts';

/** Groups by level, parents before children, and those that no tree can hold with the reason. */
export interface Waves {
  readonly waves: readonly (readonly NodeRecord[])[];
  readonly refused: readonly { readonly group: NodeRecord; readonly reason: string }[];
}

/** Sorts groups of a file by their level in it. A group whose parent is elsewhere is taken for a first one. */
export function wavesOf(groups: ReadonlyMap<number, NodeRecord>): Waves {
  const waves: NodeRecord[][] = [];
  const refused: { group: NodeRecord; reason: string }[] = [];
  const levels = new Map<number, number>();
  for (const group of groups.values()) {
    const level = levelOf(group, groups, levels);
    if (level === Infinity) refused.push({ group, reason: 'is its own ancestor' });
    else if (level > MAXIMUM_LEVELS) refused.push({ group, reason: `is below level ${MAXIMUM_LEVELS}` });
    else (waves[level - 1] ??= []).push(group);
  }
  return { waves, refused };
}

/** From 1. Infinite for a group on a circle; a group below a circle counts from there. */
function levelOf(
  group: NodeRecord,
  groups: ReadonlyMap<number, NodeRecord>,
  levels: Map<number, number>,
): number {
  const way: number[] = [];
  let next: NodeRecord | undefined = group;
  while (next && !levels.has(next.id)) {
    const turn = way.indexOf(next.id);
    if (turn !== -1) {
      for (const id of way.splice(turn)) levels.set(id, Infinity);
      break;
    }
    way.push(next.id);
    next = next.parentId === null ? undefined : groups.get(next.parentId);
  }
  for (const id of way.toReversed()) {
    const parentId = groups.get(id)?.parentId ?? null;
    const above = parentId === null ? undefined : levels.get(parentId);
    levels.set(id, above === undefined || above === Infinity ? 1 : above + 1);
  }
  return levels.get(group.id) ?? 1;
}
