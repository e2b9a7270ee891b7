import {
  type Change,
  NO_PROFILE,
  type Operation,
  type OperationStatus,
  statusOf,
} from '../../../shared/domain/operation.ts';
import type { LogEntry } from '../../../shared/storage/operation-log.ts';

/** Which operations are asked for. Times are epoch milliseconds. */
export interface LogFilter {
  readonly kind?: Change['kind'] | null | undefined;
  readonly status?: OperationStatus | 'CANCELLING' | null | undefined;
  /** A profile, or a template with the profile that was made from it, if there is one. */
  readonly profile?: ProfileFilter | undefined;
  readonly actorId?: string | null | undefined;
  readonly createdAfter?: number | null | undefined;
  readonly createdBefore?: number | null | undefined;
}

export interface ProfileFilter {
  readonly id: number | undefined;
  readonly templateKey?: string | undefined;
}

/** Whether an operation may be asked for, by what the log alone says of it. */
export function mayMatch(
  { kind, profile, actorId, createdAfter, createdBefore }: LogFilter,
  entry: LogEntry,
): boolean {
  return (
    entry.kind === (kind ?? entry.kind) &&
    entry.actor === (actorId ?? entry.actor) &&
    entry.createdAt >= (createdAfter ?? -Infinity) &&
    entry.createdAt < (createdBefore ?? Infinity) &&
    (profile === undefined || entry.profileIds.some((id) => id === profile.id || isUnmade(id, profile)))
  );
}

/** Whether one that may be asked for is. */
export function matches({ status, profile }: LogFilter, operation: Operation): boolean {
  if (statusOf(operation) !== (status ?? statusOf(operation))) return false;
  const { change } = operation;
  if (profile === undefined || !('templateKey' in change) || !isUnmade(change.profileId, profile))
    return true;
  return 'templateKey' in change && change.templateKey === profile.templateKey;
}

/** Whether the log alone tells all that is asked for. */
export function isToldByLog({ status, profile }: LogFilter): boolean {
  return !status && profile?.templateKey === undefined;
}

/** An operation on a template that there was no profile of says only in its header which it was. */
function isUnmade(id: number, { templateKey }: ProfileFilter): boolean {
  return id === NO_PROFILE && templateKey !== undefined;
}

/**
 * Milliseconds by which an entry may be older than one below it: one that completes another has the place of that one,
 * and functions have clocks of their own.
 */
const OUT_OF_ORDER = 24 * 60 * 60 * 1000;

/** Whether everything from here on was accepted too early. */
export function isPast({ createdAfter }: LogFilter, { createdAt }: LogEntry): boolean {
  return createdAt < (createdAfter ?? -Infinity) - OUT_OF_ORDER;
}
