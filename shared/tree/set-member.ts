import type { Environment } from '../environment/environment.ts';
import { type Membership, putMembership } from '../storage/memberships.ts';
import { transact } from '../storage/write.ts';
import { TOMBSTONE_LIFETIME } from './remove-node.ts';

/** Adds, changes or (`accessLevel` null) removes a member. STALE: a later change of this membership is known. */
export async function setMember(
  { table, clock }: Pick<Environment, 'table' | 'clock'>,
  membership: Membership,
): Promise<'WRITTEN' | 'STALE'> {
  const expiresAt =
    membership.accessLevel === null ? Math.floor(clock.now() / 1000) + TOMBSTONE_LIFETIME : undefined;
  const { result } = await transact(table, [putMembership(membership, expiresAt)]);
  return result === 'WRITTEN' ? 'WRITTEN' : 'STALE';
}
