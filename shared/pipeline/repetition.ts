import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Registration } from '../domain/changes/decision.ts';
import { hasEnded, type Operation } from '../domain/operation.ts';
import type { Environment } from '../environment/environment.ts';
import { claimIdempotencyKey, readIdempotencyRecord } from '../storage/idempotency.ts';
import { readOperation } from '../storage/operations.ts';
import type { Piece } from '../storage/write.ts';
import type { Accepted, Request } from './accept.ts';

type Env = Pick<Environment, 'table' | 'clock'>;

/** A key of the caller's own, and what is asked for under it. */
export interface Idempotency {
  readonly key: string;
  /** The same for the same request, whatever the order of its ids. */
  readonly fingerprint: string;
}

/** `asked`: everything that makes the request what it is, in a fixed order. */
export function idempotencyOf(key: string | undefined, asked: readonly unknown[]): Idempotency | undefined {
  if (key === undefined) return undefined;
  return { key, fingerprint: createHash('sha256').update(JSON.stringify(asked)).digest('base64url') };
}

/** The operation that the caller got under this key, or that the key stands for something else. */
export async function findClaimed(
  { table, clock }: Env,
  actor: string,
  { key, fingerprint }: Idempotency,
): Promise<Extract<Accepted, { result: 'EXISTING' | 'IDEMPOTENCY_CONFLICT' }> | undefined> {
  const record = await readIdempotencyRecord(table, actor, key, clock.now());
  if (record === undefined) return undefined;
  if (record.fingerprint !== fingerprint) return { result: 'IDEMPOTENCY_CONFLICT' };
  const operation = await readOperation(table, record.operationId);
  return operation && { result: 'EXISTING', operation };
}

/** Claims the key, if there is one, for an operation. */
export function claimOf(
  actor: string,
  idempotency: Idempotency | undefined,
  operationId: string,
  createdAt: number,
): readonly Piece[] {
  if (!idempotency) return [];
  const { key, fingerprint } = idempotency;
  return [claimIdempotencyKey(actor, key, { fingerprint, operationId, createdAt })];
}

/** The newest operation of the root, if it is running and the same as what is asked for: a second run would add nothing. */
export async function findNewest(
  { table }: Env,
  request: Request,
  running: readonly Registration[],
  newest: number,
): Promise<Operation | undefined> {
  for (const { operationId } of running.filter(({ sequence }) => sequence === newest)) {
    const operation = await readOperation(table, operationId);
    if (operation && !hasEnded(operation) && !operation.stop && isSame(operation, request)) return operation;
  }
  return undefined;
}

function isSame(operation: Operation, request: Request): boolean {
  return isDeepStrictEqual(essenceOf(operation), essenceOf(request));
}

function essenceOf(request: Operation | Request): readonly unknown[] {
  const { change, projectIds, groupIds, dryRun, source, followUpOf, failureThresholdPercent } = request;
  const present = Object.entries(change).filter(([, value]) => value !== undefined);
  return [
    Object.fromEntries(present),
    projectIds.toSorted(),
    groupIds.toSorted(),
    dryRun ?? false,
    source ?? null,
    followUpOf ?? null,
    failureThresholdPercent ?? null,
  ];
}
