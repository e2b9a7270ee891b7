import type { Environment } from '../environment/environment.ts';
import type { Caller } from './caller.ts';
import { tokenOf } from './header.ts';
import type { Verify } from './issuer/verify.ts';
import { isPersonal } from './personal-access-tokens/secret.ts';
import { verifyPersonal } from './personal-access-tokens/verify.ts';

/** Who asks, or why that is not known. None of it holds anything of the token. */
export type Authentication =
  | {
      readonly result: 'KNOWN';
      readonly caller: Caller;
      /** To be waited for before the answer goes out: what is left of it then may never run. Never rejects. */
      readonly recorded: Promise<void>;
    }
  /** `challenge` is the value of `WWW-Authenticate`. */
  | { readonly result: 'REFUSED'; readonly reason: string; readonly challenge: string }
  /** The keys of the issuer cannot be had: nothing is known about the token. */
  | { readonly result: 'UNAVAILABLE'; readonly reason: string };

/** `requestId` finds the request in the log. Throws where the table is out of reach. */
export type Authenticate = (headers: Headers, requestId: string) => Promise<Authentication>;

/** Takes tokens of the issuer, and personal access tokens, in either header. */
export function authenticator(
  env: Pick<Environment, 'table' | 'clock' | 'log'>,
  verify: Verify,
): Authenticate {
  return async (headers, requestId) => {
    const token = tokenOf(headers);
    if (token === undefined)
      return { result: 'REFUSED', reason: 'A bearer token is needed', challenge: 'Bearer' };
    if (isPersonal(token)) {
      const verified = await verifyPersonal(env, token);
      return verified
        ? { result: 'KNOWN', ...verified }
        : refused('The token is unknown, or has expired, or was revoked');
    }
    try {
      const verification = await verify(token);
      if (verification.result === 'REFUSED') return refused(verification.reason);
      const caller: Caller = { userId: verification.userId, token: 'ISSUER', mayWrite: true };
      return { result: 'KNOWN', caller, recorded: Promise.resolve() };
    } catch (error) {
      env.log.error('the keys of the issuer cannot be had', { requestId, error });
      return {
        result: 'UNAVAILABLE',
        reason: 'Tokens cannot be verified at the moment; try again later',
      };
    }
  };
}

/** RFC 6750, section 3. */
function refused(reason: string): Authentication {
  const challenge = `Bearer error="invalid_token", error_description="${reason}"`;
  return { result: 'REFUSED', reason, challenge };
}
