import * as z from 'zod/mini';
import type { NodeRef } from '../domain/node.ts';
import type { Table } from '../environment/environment.ts';
import { memberOf, membershipKey, membershipsPk } from './keys.ts';
import { type Item, queryPage, startingWith } from './read.ts';
import { type Piece, put } from './write.ts';

/** A user's access level on a group or project, or the tombstone of one. `at` is epoch milliseconds. */
export interface Membership {
  readonly ref: NodeRef;
  readonly userId: string;
  /** Null once the member was removed. */
  readonly accessLevel: number | null;
  readonly at: number;
}

const key = z.object({ PK: z.string(), SK: z.string() });
const membership = z.object({ accessLevel: z.nullable(z.number()), at: z.number() });

/** The access level that an item grants; undefined if there is none or it was taken away. */
export function accessLevelOf(item: Item | undefined): number | undefined {
  return item === undefined ? undefined : (membership.parse(item).accessLevel ?? undefined);
}

/** The membership that an item holds; undefined for any other item. */
export function membershipOf(item: Item): Membership | undefined {
  const member = memberOf(key.parse(item));
  return member && { ...member, ...membership.parse(item) };
}

/** How many memberships of one user are looked at. They fit one page of the table. */
const MAXIMUM_MEMBERSHIPS = 1_000;

/** What a user is a member of, tombstones included, groups before projects: the first thousand. */
export async function listMemberships(table: Table, userId: string): Promise<readonly Membership[]> {
  const range = { ...startingWith(membershipsPk(userId), ''), limit: MAXIMUM_MEMBERSHIPS };
  const { items } = await queryPage(table, range);
  return items.flatMap((item) => membershipOf(item) ?? []);
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
