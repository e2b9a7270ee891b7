import * as z from 'zod/mini';
import type { Table } from '../environment/environment.ts';
import { idempotencyRecordKey } from './keys.ts';
import { getItem } from './read.ts';
import { type Piece, put } from './write.ts';

/** Milliseconds for which a key stands for the request that used it first. */
const IDEMPOTENCY_LIFETIME = 24 * 60 * 60 * 1000;

const record = z.object({ fingerprint: z.string(), operationId: z.string(), createdAt: z.number() });

/** What a caller asked for under a key, and the operation that came of it. */
export type IdempotencyRecord = z.infer<typeof record>;

/** Undefined where the caller has not used the key within its lifetime. */
export async function readIdempotencyRecord(
  table: Table,
  userId: string,
  key: string,
  now: number,
): Promise<IdempotencyRecord | undefined> {
  const item = await getItem(table, idempotencyRecordKey(userId, key));
  const found = item === undefined ? undefined : record.parse(item);
  return found && found.createdAt + IDEMPOTENCY_LIFETIME > now ? found : undefined;
}

/** Refused by `idempotency` if the caller has used the key within its lifetime. */
export function claimIdempotencyKey(
  userId: string,
  key: string,
  { fingerprint, operationId, createdAt }: IdempotencyRecord,
): Piece {
  const over = createdAt - IDEMPOTENCY_LIFETIME;
  const expiresAt = Math.floor((createdAt + IDEMPOTENCY_LIFETIME) / 1000);
  return put(
    'idempotency',
    idempotencyRecordKey(userId, key),
    { fingerprint, operationId, createdAt, expiresAt },
    { condition: 'attribute_not_exists(PK) OR createdAt <= :over', values: { ':over': over } },
  );
}
