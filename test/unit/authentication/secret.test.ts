import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  hashOf,
  isPersonal,
  newSecret,
} from '../../../shared/authentication/personal-access-tokens/secret.ts';

it('is of a prefix that is easy to find and 256 bits, another one each time', () => {
  const secrets = new Set(Array.from({ length: 100 }, newSecret));
  expect(secrets.size).toBe(100);
  for (const secret of secrets) {
    expect(secret).toMatch(/^spat-[A-Za-z0-9_-]{43}$/);
    expect(isPersonal(secret)).toBe(true);
  }
});

it('is kept under its SHA-256', () => {
  const secret = newSecret();
  expect(hashOf(secret)).toBe(createHash('sha256').update(secret).digest('hex'));
});

it.each(['spat-', 'spat-short', `${newSecret()}x`, `${newSecret()}\n`, newSecret().slice(5), ''])(
  'is not %j',
  (text) => {
    expect(hashOf(text)).toBeUndefined();
  },
);
