import {
  faultsOf,
  type PersonalAccessToken,
  quotaFault,
  type WantedToken,
} from '../../domain/personal-access-token.ts';
import type { Environment } from '../../environment/environment.ts';
import { untilWritten } from '../../pipeline/retry.ts';
import { createToken, listTokens, readTokenCount } from '../../storage/personal-access-tokens.ts';
import { transact } from '../../storage/write.ts';
import { hashOf, newSecret } from './secret.ts';

/** `secret` is the token itself, for the caller alone: it is known nowhere else, and never again. */
export type CreatedToken =
  | { readonly result: 'CREATED'; readonly secret: string; readonly token: PersonalAccessToken }
  | { readonly result: 'INVALID'; readonly errors: readonly string[] };

/** Makes a token for a user, unless it is not possible or the user has too many. */
export async function createPersonalAccessToken(
  env: Pick<Environment, 'table' | 'clock' | 'random' | 'newId'>,
  userId: string,
  wanted: WantedToken,
): Promise<CreatedToken> {
  const errors = faultsOf(wanted, env.clock.now());
  if (errors.length > 0) return { result: 'INVALID', errors };
  const secret = newSecret();
  const hash = hashOf(secret);
  if (hash === undefined) throw new Error('a new token is not well-formed');
  return untilWritten<CreatedToken>(env, 'making a token', async () => {
    // Tokens that are made after they were counted make the write fail.
    const made = await readTokenCount(env.table, userId);
    const now = env.clock.now();
    const fault = quotaFault(await listTokens(env.table, userId), now);
    if (fault !== undefined) return { result: 'INVALID', errors: [fault] };
    const { name, expiresAt } = wanted;
    const token = { id: env.newId(), name, scopes: [...new Set(wanted.scopes)], createdAt: now, expiresAt };
    const { result } = await transact(env.table, createToken(userId, { ...token, hash }, made));
    return result === 'WRITTEN' ? { result: 'CREATED', secret, token } : undefined;
  });
}
