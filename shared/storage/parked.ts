import * as z from 'zod/mini';
import type { NodeRef } from '../domain/node.ts';
import { type Envelope, envelope } from '../domain/tree-event.ts';
import type { Table } from '../environment/environment.ts';
import { PARKED_PK, parkedKey, parkedPrefix } from './keys.ts';
import { queryAll } from './read.ts';
import { type Piece, put, remove } from './write.ts';

/** An event about a node that was not known when it came. */
export interface ParkedEvent {
  readonly ref: NodeRef;
  readonly event: Envelope;
}

const parked = z.object({ kind: z.enum(['group', 'project']), id: z.number(), event: envelope });

const PARKED_LIFETIME = 30 * 24 * 60 * 60;

export function parkEvent({ ref, event }: ParkedEvent, now: number): Piece {
  const expiresAt = Math.floor(now / 1000) + PARKED_LIFETIME;
  return put('parked', parkedKey(ref, event.id), { kind: ref.kind, id: ref.id, event, expiresAt });
}

export function unparkEvent({ ref, event }: ParkedEvent): Piece {
  return remove('parked', parkedKey(ref, event.id));
}

/** Events that wait for a node to become known; of all nodes if none is named. */
export async function listParked(table: Table, ref?: NodeRef): Promise<readonly ParkedEvent[]> {
  const items = await queryAll(table, PARKED_PK, ref ? parkedPrefix(ref) : '');
  return items.map((item) => {
    const { kind, id, event } = parked.parse(item);
    return { ref: { kind, id }, event };
  });
}
