import type { PersonalAccessToken } from '../../domain/personal-access-token.ts';
import type { Environment } from '../../environment/environment.ts';
import { readListedToken, revokeToken } from '../../storage/personal-access-tokens.ts';
import { transact } from '../../storage/write.ts';
import { withLastUses } from './list.ts';

/** Ends a token of a user at once; one that is revoked already stays so. Undefined where the user has no such token. */
export async function revokePersonalAccessToken(
  { table, clock }: Pick<Environment, 'table' | 'clock'>,
  userId: string,
  tokenId: string,
): Promise<PersonalAccessToken | undefined> {
  const listed = await readListedToken(table, userId, tokenId);
  if (listed && listed.revokedAt === undefined)
    await transact(table, revokeToken(userId, listed, clock.now()));
  const revoked = listed && (await readListedToken(table, userId, tokenId));
  return revoked && (await withLastUses(table, [revoked]))[0];
}
