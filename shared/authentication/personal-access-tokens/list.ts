import type { PersonalAccessToken } from '../../domain/personal-access-token.ts';
import type { Table } from '../../environment/environment.ts';
import { readLastUses } from '../../storage/held-tokens.ts';
import { type ListedToken, listTokens } from '../../storage/personal-access-tokens.ts';

/** The tokens of a user, the newest first, those that ended in the last thirty days included. */
export async function listPersonalAccessTokens(
  table: Table,
  userId: string,
): Promise<readonly PersonalAccessToken[]> {
  return withLastUses(table, (await listTokens(table, userId)).toReversed());
}

export async function withLastUses(
  table: Table,
  tokens: readonly ListedToken[],
): Promise<readonly PersonalAccessToken[]> {
  const uses = await readLastUses(
    table,
    tokens.map(({ hash }) => hash),
  );
  return tokens.map(({ hash, ...token }) => ({ ...token, lastUsedAt: uses.get(hash) }));
}
