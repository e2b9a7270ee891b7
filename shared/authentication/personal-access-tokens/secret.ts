import { createHash, randomBytes } from 'node:crypto';

/** Tells these tokens from others at a glance, and lets scanners for leaked secrets find them. */
const PREFIX = 'spat-';

/** 256 bits: nobody guesses one, so that a plain hash is enough to keep. */
const BYTES = 32;
const TOKEN = /^spat-[A-Za-z0-9_-]{43}$/;

/** A new token. Only whoever asked for it may ever see it. */
export function newSecret(): string {
  return `${PREFIX}${randomBytes(BYTES).toString('base64url')}`;
}

/** Whether a text is meant for a personal access token, well-formed or not: no token of an issuer begins like that. */
export function isPersonal(token: string): boolean {
  return token.startsWith(PREFIX);
}

/** Under which a token is kept: SHA-256, in hexadecimal. Undefined for what cannot be one. */
export function hashOf(token: string): string | undefined {
  return TOKEN.test(token) ? createHash('sha256').update(token).digest('hex') : undefined;
}
