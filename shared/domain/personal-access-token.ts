import { isBlank, isOneLine } from './text.ts';

/** What a token may be used for, as GitLab names it: to read, or to read and change. */
export const SCOPES = ['read_api', 'api'] as const;
export type Scope = (typeof SCOPES)[number];

/** A token that a user made for scripts and other clients. The token itself is kept nowhere. Times are epoch milliseconds. */
export interface PersonalAccessToken {
  /** A ULID. */
  readonly id: string;
  readonly name: string;
  /** At least one. */
  readonly scopes: readonly Scope[];
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly revokedAt?: number | undefined;
  /** To within a minute; undefined where it was never used. */
  readonly lastUsedAt?: number | undefined;
}

/** What somebody wants of a new token. */
export type WantedToken = Pick<PersonalAccessToken, 'name' | 'scopes' | 'expiresAt'>;

/** Whether a token is taken. */
export function isActive(
  { expiresAt, revokedAt }: Pick<PersonalAccessToken, 'expiresAt' | 'revokedAt'>,
  now: number,
): boolean {
  return revokedAt === undefined && expiresAt > now;
}

export function mayWrite(scopes: readonly Scope[]): boolean {
  return scopes.includes('api');
}

/** Active tokens of one user. */
export const MAXIMUM_ACTIVE = 100;

/** Tokens of one user that are kept, those that have ended included. */
export const MAXIMUM_KEPT = 500;

/** Milliseconds for which a token is listed once it has ended. */
export const KEPT_AFTER_END = 30 * 24 * 60 * 60 * 1000;

const MAXIMUM_NAME = 255;
const MAXIMUM_DAYS = 365;
const DAY = 24 * 60 * 60 * 1000;

/** Why there can be no such token, a line each; empty if there can. */
export function faultsOf({ name, scopes, expiresAt }: WantedToken, now: number): readonly string[] {
  const latest = now + MAXIMUM_DAYS * DAY;
  const faults: readonly (string | false)[] = [
    (isBlank(name) || name.length > MAXIMUM_NAME || !isOneLine(name)) &&
      `name: it has to be one line of 1 to ${MAXIMUM_NAME} characters, and not only spaces`,
    scopes.length === 0 && `scopes: at least one of ${SCOPES.join(', ')} is needed`,
    expiresAt <= now && 'expiresAt: it has to be in the future',
    expiresAt > latest &&
      `expiresAt: it has to be at most ${MAXIMUM_DAYS} days ahead, which is until ${new Date(latest).toISOString()}`,
  ];
  return faults.filter((fault) => fault !== false);
}

/** Why a user cannot have a further token; undefined if nothing is in the way. */
export function quotaFault(tokens: readonly PersonalAccessToken[], now: number): string | undefined {
  if (tokens.filter((token) => isActive(token, now)).length >= MAXIMUM_ACTIVE)
    return `At most ${MAXIMUM_ACTIVE} tokens of a user can be active: revoke one that is not needed any more`;
  if (tokens.length >= MAXIMUM_KEPT)
    return `At most ${MAXIMUM_KEPT} tokens of a user are kept, each until 30 days after its end: wait until the oldest are gone`;
  return undefined;
}
