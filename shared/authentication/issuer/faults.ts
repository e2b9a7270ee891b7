import { errors } from 'jose';

/** What is wrong with a token, as RFC 6750 wants it said. Every other error is ours or the issuer's. */
const FAULTS: ReadonlyMap<string, string> = new Map([
  [errors.JWTExpired.code, 'The token has expired'],
  [errors.JWTInvalid.code, 'The token is malformed'],
  [errors.JWSInvalid.code, 'The token is malformed'],
  [errors.JWSSignatureVerificationFailed.code, 'The signature of the token does not fit'],
  [errors.JOSEAlgNotAllowed.code, 'The algorithm of the token is not allowed'],
  [errors.JOSENotSupported.code, 'The token uses what is not supported'],
  [errors.JWKSNoMatchingKey.code, 'The key of the token is unknown'],
  [errors.JWKSMultipleMatchingKeys.code, 'The token does not say which key signed it'],
]);

/** Why a token is refused, without anything that it holds; undefined where the error is not its fault. */
export function faultOfToken(error: unknown): string | undefined {
  if (!(error instanceof errors.JOSEError)) return undefined;
  if (error instanceof errors.JWTClaimValidationFailed) {
    return `The claim ${error.claim} of the token is missing or does not fit`;
  }
  return FAULTS.get(error.code);
}

export function isFaultOfToken(error: unknown): boolean {
  return faultOfToken(error) !== undefined;
}
