/** Who asks, and what the token at hand lets them ask for. */
export interface Caller {
  readonly userId: string;
  /** `ISSUER`: a JWT of the OpenID Connect issuer, which may do all that its user may. */
  readonly token: 'ISSUER' | 'PERSONAL';
  /** False for a token that may only read. */
  readonly mayWrite: boolean;
}
