import * as z from 'zod/mini';
import { type NodeRef, nodeKey, type TreeNode } from '../domain/node.ts';
import type { Table } from '../environment/environment.ts';
import { placementKey, placementsPk } from './keys.ts';
import { queryAll } from './read.ts';
import { type Piece, put } from './write.ts';

/** Milliseconds of one partition of the feed. */
const HOUR = 3_600_000;

/** Seconds for which a move stays in the feed. */
const LIFETIME = 24 * 3600;

const placement = z.object({ kind: z.enum(['group', 'project']), id: z.number() });

/** Notes that a node moved, for who looks after what moved lately. */
export function notePlacement({ kind, id, version }: TreeNode, now: number): Piece {
  const expiresAt = Math.floor(now / 1000) + LIFETIME;
  return put('placement', placementKey(hourOf(now), version), { kind, id, expiresAt });
}

/** Nodes that moved since then (epoch milliseconds), and some that moved up to an hour earlier; each once. */
export async function listPlacements(table: Table, since: number, now: number): Promise<readonly NodeRef[]> {
  const found = new Map<string, NodeRef>();
  for (let hour = hourOf(since); hour <= hourOf(now); hour += 1) {
    for (const item of await queryAll(table, placementsPk(hour), '')) {
      const { kind, id } = placement.parse(item);
      found.set(nodeKey({ kind, id }), { kind, id });
    }
  }
  return [...found.values()];
}

function hourOf(time: number): number {
  return Math.floor(time / HOUR);
}
