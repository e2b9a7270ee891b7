import { jwtVerify } from 'jose';
import { issuerKeys } from './discovery.ts';
import { faultOfToken } from './faults.ts';

/** Whose tokens are taken. */
export interface TokenSettings {
  /** URL of the OpenID Connect issuer, exactly as in `iss`. */
  readonly issuer: string;
  readonly audience: string;
}

export type Verification =
  | { readonly result: 'VERIFIED'; readonly userId: string }
  | { readonly result: 'REFUSED'; readonly reason: string };

export type Verify = (token: string) => Promise<Verification>;

/** Longest `sub` that OpenID Connect allows. */
const MAXIMUM_SUBJECT = 255;

/**
 * Verifies tokens (JWT) of one issuer for one audience. `sub` is the user id. Throws where the issuer's keys cannot be
 * had: then nothing is known about the token.
 */
export function tokenVerifier({ issuer, audience }: TokenSettings): Verify {
  const keys = issuerKeys(issuer);
  const options = {
    issuer,
    audience,
    // Only signatures by a private key: with HS256 the public key would be a password that everybody knows.
    algorithms: ['RS256', 'ES256'],
    requiredClaims: ['exp', 'sub'],
  };
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, options);
      return userOf(payload.sub);
    } catch (error) {
      const reason = faultOfToken(error);
      if (reason === undefined) throw error;
      return { result: 'REFUSED', reason };
    }
  };
}

/** `jose` sees to it that there is a `sub`, but not what it is. */
function userOf(subject: unknown): Verification {
  const isUser =
    typeof subject === 'string' &&
    subject !== '' &&
    subject.length <= MAXIMUM_SUBJECT &&
    // In the table two halves of different characters would be the same user.
    subject.isWellFormed();
  return isUser
    ? { result: 'VERIFIED', userId: subject }
    : { result: 'REFUSED', reason: 'The token names no user' };
}
