import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod/mini';
import { isFaultOfToken } from './faults.ts';

/** How long the issuer may take for each of two answers, in milliseconds. */
const PATIENCE = 5_000;

const documentSchema = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

/**
 * The public keys of an OpenID Connect issuer, found by its discovery document (OpenID Connect Discovery 1.0, section
 * 4). Both are fetched when the first token comes, and kept. A token of an unknown key makes the keys be fetched
 * again, at most twice a minute. A fetch that fails is thrown, and everything is fetched again for the next token.
 */
export function issuerKeys(issuer: string): JWTVerifyGetKey {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    keys ??= discover(issuer);
    const used = keys;
    try {
      const find = await used;
      return await find(header, token);
    } catch (error) {
      // The keys may have moved to another address. What a token says must not cost a fetch, though.
      if (keys === used && !isFaultOfToken(error)) keys = undefined;
      throw error;
    }
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE), redirect: 'error' });
  if (!response.ok) throw new Error(`the issuer answered ${response.status} to ${url}`);
  const document = documentSchema.parse(await response.json());
  if (document.issuer !== issuer) throw new Error(`${url} speaks for another issuer: ${document.issuer}`);
  return createRemoteJWKSet(new URL(document.jwks_uri), { timeoutDuration: PATIENCE });
}
