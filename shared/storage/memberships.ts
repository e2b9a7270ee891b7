import * as z from 'zod/mini';
import type { NodeRef } from '../domain/node.ts';
import { membershipKey } from './keys.ts';
import type { Item } from './read.ts';
import { type Piece, put } from './write.ts';

/** A user's access level on a group or project, or the tombstone of one. `at` is epoch milliseconds. */
export interface Membership {
  readonly ref: NodeRef;
  readonly userId: string;
  /** Null once the member was removed. */
  readonly accessLevel: number | null;
  readonly at: number;
}

const membership = z.object({ accessLevel: z.nullable(z.number()) });

/** The access level that an item grants; undefined if there is none or it was taken away. */
export function accessLevelOf(item: Item | undefined): number | undefined {
  return item === undefined ? undefined : (membership.parse(item).accessLevel ?? undefined);
}

/** Sets a membership unless a later change of it is known. `expiresAt` (epoch seconds) is for tombstones. */
export function putMembership({ ref, userId, accessLevel, at }: Membership, expiresAt?: number): Piece {
  const item = { accessLevel, at, ...(expiresAt === undefined ? {} : { expiresAt }) };
  return put('membership', membershipKey(ref, userId), item, {
    condition: 'attribute_not_exists(PK) OR #at <= :at',
    names: { '#at': 'at' },
    values: { ':at': at },
  });
}
