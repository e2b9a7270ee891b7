import { isActive, mayWrite } from '../../domain/personal-access-token.ts';
import type { Environment } from '../../environment/environment.ts';
import { type HeldToken, readHeldToken, recordUse } from '../../storage/held-tokens.ts';
import type { Caller } from '../caller.ts';
import { hashOf } from './secret.ts';

type Env = Pick<Environment, 'table' | 'clock' | 'log'>;

export interface PersonalVerification {
  readonly caller: Caller;
  /** Settles once it is recorded that the token was used. Never rejects: a request does not fail for it. */
  readonly recorded: Promise<void>;
}

/** How exactly the last use of a token is known, in milliseconds: not every request should cost a write. */
const EXACTNESS = 60_000;

/**
 * Whose token it is; undefined for one that is unknown, expired or revoked: which of these is nobody's business who does
 * not have it in the list. Goes by the hash alone.
 */
export async function verifyPersonal(env: Env, token: string): Promise<PersonalVerification | undefined> {
  const hash = hashOf(token);
  const held = hash === undefined ? undefined : await readHeldToken(env.table, hash);
  if (!held || !isActive(held, env.clock.now())) return undefined;
  const caller: Caller = { userId: held.userId, token: 'PERSONAL', mayWrite: mayWrite(held.scopes) };
  return { caller, recorded: record(env, held) };
}

async function record(
  { table, clock, log }: Env,
  { hash, lastUsedAt = -Infinity }: HeldToken,
): Promise<void> {
  const now = clock.now();
  if (lastUsedAt > now - EXACTNESS) return;
  try {
    // Of many requests at once the first one says it.
    await recordUse(table, hash, now, now - EXACTNESS);
  } catch (error) {
    log.warn('the use of a personal access token was not recorded', { error });
  }
}
