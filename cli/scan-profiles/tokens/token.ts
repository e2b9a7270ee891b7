import * as z from 'zod';
import type { Columns } from '../output/column.ts';
import { timeText } from '../output/plain.ts';

/** What the API says of a personal access token. */
export const TOKEN_FIELDS = 'id name scopes createdAt expiresAt lastUsedAt revoked active';

export const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.string(),
  expiresAt: z.string(),
  lastUsedAt: z.string().nullable(),
  revoked: z.boolean(),
  active: z.boolean(),
});

export type Token = z.infer<typeof tokenSchema>;

/** What stands for a token on the command line. It is not the token. */
export function shortId(id: string): string {
  return id.split('/').at(-1) ?? id;
}

const GLOBAL_ID = 'gid://gitlab/PersonalAccessToken/';

export function globalId(typed: string): string {
  return typed.startsWith(GLOBAL_ID) ? typed : `${GLOBAL_ID}${typed}`;
}

/** Scopes as GitLab spells them: `read_api`. */
export function scopesText({ scopes }: Pick<Token, 'scopes'>): string {
  return scopes.map((scope) => scope.toLowerCase()).join(', ');
}

function stateOf({ active, revoked }: Token): string {
  return active ? 'active' : revoked ? 'revoked' : 'expired';
}

export const TOKEN_TEXT: Columns<Token> = {
  Token: ({ id }) => shortId(id),
  Name: ({ name }) => name,
  Scopes: scopesText,
  State: stateOf,
  Expires: ({ expiresAt }) => timeText(expiresAt),
  'Last used': ({ lastUsedAt }) => (lastUsedAt === null ? null : timeText(lastUsedAt)),
};

export const TOKEN_CSV: Columns<Token> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  scopes: ({ scopes }) => scopes.join(' '),
  state: stateOf,
  createdAt: ({ createdAt }) => createdAt,
  expiresAt: ({ expiresAt }) => expiresAt,
  lastUsedAt: ({ lastUsedAt }) => lastUsedAt,
};
