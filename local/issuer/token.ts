import { SignJWT } from 'jose';
import { ALGORITHM, type SigningKey } from './key.ts';

export interface TokenClaims {
  issuer: string;
  audience: string;
  /** The user, as `sub`. */
  user: string;
  /** Seconds. */
  lifetime: number;
}

export async function signToken({ privateKey, publicJwk }: SigningKey, claims: TokenClaims): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT()
    .setProtectedHeader({
      alg: ALGORITHM,
      typ: 'JWT',
      ...(publicJwk.kid !== undefined && { kid: publicJwk.kid }),
    })
    .setIssuer(claims.issuer)
    .setAudience(claims.audience)
    .setSubject(claims.user)
    .setIssuedAt(now)
    .setExpirationTime(now + claims.lifetime)
    .sign(privateKey);
}
