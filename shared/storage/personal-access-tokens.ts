import * as z from 'zod/mini';
import { KEPT_AFTER_END, type PersonalAccessToken, SCOPES } from '../domain/personal-access-token.ts';
import type { Table } from '../environment/environment.ts';
import { tokenKey, USER_TOKEN_PREFIX, userTokenCountKey, userTokenKey, userTokensPk } from './keys.ts';
import { getItem, type Item, queryAll } from './read.ts';
import { type Piece, put, putNew, update } from './write.ts';

// `expiresAt` of an item is when the table may remove it, in epoch seconds: long after the token has expired.
const scopes = z.array(z.enum(SCOPES));
const entry = z.object({
  SK: z.string(),
  hash: z.string(),
  name: z.string(),
  scopes,
  createdAt: z.number(),
  validUntil: z.number(),
  revokedAt: z.optional(z.number()),
});
const count = z.object({ n: z.number() });

/** A token in the list of its user. */
export interface ListedToken extends Omit<PersonalAccessToken, 'lastUsedAt'> {
  readonly hash: string;
}

/** The tokens of a user that are kept, the oldest first. */
export async function listTokens(table: Table, userId: string): Promise<readonly ListedToken[]> {
  return (await queryAll(table, userTokensPk(userId), USER_TOKEN_PREFIX)).map(listedToken);
}

export async function readListedToken(
  table: Table,
  userId: string,
  tokenId: string,
): Promise<ListedToken | undefined> {
  const item = await getItem(table, userTokenKey(userId, tokenId));
  return item && listedToken(item);
}

function listedToken(item: Item): ListedToken {
  const { SK, validUntil, ...listed } = entry.parse(item);
  return { id: SK.slice(USER_TOKEN_PREFIX.length), ...listed, expiresAt: validUntil };
}

/** How many tokens a user has made so far. */
export async function readTokenCount(table: Table, userId: string): Promise<number> {
  const item = await getItem(table, userTokenCountKey(userId));
  return item === undefined ? 0 : count.parse(item).n;
}

/** Refused by `count` if the user has made another token since they were counted. */
export function createToken(userId: string, token: ListedToken, before: number): readonly Piece[] {
  const { id, hash, name, scopes: may, createdAt, expiresAt: validUntil } = token;
  const expiresAt = removableAt(validUntil);
  return [
    update('count', userTokenCountKey(userId), 'SET n = :n', {
      condition: before === 0 ? 'attribute_not_exists(PK)' : 'n = :before',
      values: before === 0 ? { ':n': 1 } : { ':n': before + 1, ':before': before },
    }),
    putNew('token', tokenKey(hash), { userId, scopes: may, validUntil, expiresAt }),
    put('entry', userTokenKey(userId, id), { hash, name, scopes: may, createdAt, validUntil, expiresAt }),
  ];
}

/** Refused if it is revoked already. */
export function revokeToken(userId: string, { id, hash }: ListedToken, now: number): readonly Piece[] {
  const change = 'SET revokedAt = :now, expiresAt = :expiresAt';
  const condition = {
    condition: 'attribute_exists(PK) AND attribute_not_exists(revokedAt)',
    values: { ':now': now, ':expiresAt': removableAt(now) },
  };
  return [
    update('token', tokenKey(hash), change, condition),
    update('entry', userTokenKey(userId, id), change, condition),
  ];
}

function removableAt(end: number): number {
  return Math.floor((end + KEPT_AFTER_END) / 1000);
}
