import { describe, expect, it } from 'vitest';
import {
  faultsOf,
  isActive,
  MAXIMUM_ACTIVE,
  MAXIMUM_KEPT,
  mayWrite,
  type PersonalAccessToken,
  quotaFault,
  type WantedToken,
} from '../../../shared/domain/personal-access-token.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const DAY = 86_400_000;

function wanted(change: Partial<WantedToken> = {}): WantedToken {
  return { name: 'ci', scopes: ['api'], expiresAt: NOW + DAY, ...change };
}

function tokens(count: number, change: Partial<PersonalAccessToken> = {}): readonly PersonalAccessToken[] {
  return Array.from({ length: count }, () => ({ ...wanted(), id: 'id', createdAt: NOW, ...change }));
}

describe('a token that is wanted', () => {
  it.each([
    ['a name of one character', { name: 'x' }],
    ['the longest name', { name: 'x'.repeat(255) }],
    ['both scopes', { scopes: ['api', 'read_api'] }],
    ['an end in a millisecond', { expiresAt: NOW + 1 }],
    ['an end in 365 days', { expiresAt: NOW + 365 * DAY }],
  ] as const)('may have %s', (_name, change) => {
    expect(faultsOf(wanted(change), NOW)).toEqual([]);
  });

  it.each([
    ['no name', { name: '' }, /^name: .*1 to 255 characters/],
    ['a name of spaces', { name: ' \t' }, /^name: /],
    ['too long a name', { name: 'x'.repeat(256) }, /^name: .*255/],
    ['a name that is half a character', { name: '\ud800' }, /^name: /],
    ['no scope', { scopes: [] }, /^scopes: at least one of read_api, api/],
    ['an end that is now', { expiresAt: NOW }, /^expiresAt: .*future/],
    [
      'an end after more than 365 days',
      { expiresAt: NOW + 365 * DAY + 1 },
      /^expiresAt: .*365 days.*2027-11-22T12:00:00.000Z$/,
    ],
  ] as const)('may not have %s', (_name, change, message) => {
    expect(faultsOf(wanted(change), NOW)).toEqual([expect.stringMatching(message)]);
  });

  it('is told all that is wrong with it at once', () => {
    expect(faultsOf({ name: '', scopes: [], expiresAt: 0 }, NOW)).toHaveLength(3);
  });
});

describe('a token', () => {
  it('is active until it ends', () => {
    expect(isActive({ expiresAt: NOW + 1 }, NOW)).toBe(true);
    expect(isActive({ expiresAt: NOW }, NOW)).toBe(false);
    expect(isActive({ expiresAt: NOW + 1, revokedAt: NOW }, NOW)).toBe(false);
  });

  it('may change things by the scope api alone', () => {
    expect([mayWrite(['read_api']), mayWrite(['api']), mayWrite(['read_api', 'api'])]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('the tokens of a user', () => {
  it('may be a hundred that are active, and more that have ended', () => {
    const ended = [...tokens(50, { expiresAt: NOW }), ...tokens(50, { revokedAt: NOW })];
    expect(quotaFault([...tokens(MAXIMUM_ACTIVE - 1), ...ended], NOW)).toBeUndefined();
    expect(quotaFault([...tokens(MAXIMUM_ACTIVE), ...ended], NOW)).toMatch(/At most 100 .* revoke/);
  });

  it('are kept for thirty days, but not endlessly many', () => {
    expect(quotaFault(tokens(MAXIMUM_KEPT - 1, { revokedAt: NOW }), NOW)).toBeUndefined();
    expect(quotaFault(tokens(MAXIMUM_KEPT, { revokedAt: NOW }), NOW)).toMatch(/At most 500 /);
  });
});
