import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type PersonalAccessToken, SCOPES } from '../domain/personal-access-token.ts';
import type { Table } from '../environment/environment.ts';
import { tokenKey } from './keys.ts';
import { batchGet, getItem, keyText } from './read.ts';

// `expiresAt` of an item is when the table may remove it, in epoch seconds: long after the token has expired.
const heldToken = z.object({
  userId: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  validUntil: z.number(),
  revokedAt: z.optional(z.number()),
  lastUsedAt: z.optional(z.number()),
});

/** What the token that somebody holds stands for. */
export interface HeldToken extends Omit<PersonalAccessToken, 'id' | 'name' | 'createdAt'> {
  readonly hash: string;
  readonly userId: string;
}

/** Undefined for a hash of no token, and once the token has been over for long. */
export async function readHeldToken(table: Table, hash: string): Promise<HeldToken | undefined> {
  const item = await getItem(table, tokenKey(hash));
  if (item === undefined) return undefined;
  const { validUntil, ...held } = heldToken.parse(item);
  return { hash, ...held, expiresAt: validUntil };
}

/** When each of these tokens was used last, by their hashes; absent for one that never was. */
export async function readLastUses(
  table: Table,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const items = await batchGet(table, hashes.map(tokenKey));
  return new Map(
    hashes.flatMap((hash) => {
      const item = items.get(keyText(tokenKey(hash)));
      const lastUsedAt = item && heldToken.parse(item).lastUsedAt;
      return lastUsedAt === undefined ? [] : [[hash, lastUsedAt]];
    }),
  );
}

/** Records that a token was used now, unless a use later than `before` is recorded already. */
export async function recordUse(
  { client, name }: Table,
  hash: string,
  now: number,
  before: number,
): Promise<void> {
  const { PK, SK } = tokenKey(hash);
  try {
    await client.send(
      new UpdateCommand({
        TableName: name,
        Key: { PK, SK },
        UpdateExpression: 'SET lastUsedAt = :now',
        ConditionExpression:
          'attribute_exists(PK) AND (attribute_not_exists(lastUsedAt) OR lastUsedAt <= :before)',
        ExpressionAttributeValues: { ':now': now, ':before': before },
      }),
    );
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException')) throw error;
  }
}
