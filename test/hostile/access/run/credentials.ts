import { createHmac } from 'node:crypto';
import { UnsecuredJWT } from 'jose';
import { createPersonalAccessToken } from '../../../../shared/authentication/personal-access-tokens/create.ts';
import { revokePersonalAccessToken } from '../../../../shared/authentication/personal-access-tokens/revoke.ts';
import type { Scope } from '../../../../shared/domain/personal-access-token.ts';
import { claimsFor } from '../../../support/test-issuer.ts';
import type { HostileApi } from '../../support/hostile-api.ts';
import type { Identity, Refused } from '../world/identities.ts';

export type Headers = Readonly<Record<string, string>>;

const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });
const personal = (token: string): Headers => ({ 'private-token': token });

const HOUR = 3_600;

/** The header that each identity sends, as a client would have come by it. */
export async function headersOf(api: HostileApi, identity: Identity): Promise<Headers> {
  const { credential, user, name } = identity;
  switch (credential) {
    case 'ISSUER':
      return bearer(await api.token(user));
    case 'API':
      return personal(await personalToken(api, user, 'api'));
    case 'READ_API':
      return personal(await personalToken(api, user, 'read_api'));
    case 'REFUSED': {
      const refused = REFUSED_HEADERS.find(([known]) => known === name);
      if (!refused) throw new Error(`nobody knows how to be ${name}`);
      return refused[1](api);
    }
  }
}

async function personalToken(
  { env }: HostileApi,
  user: string,
  scope: Scope,
  lifetime = 30 * 24 * HOUR,
): Promise<string> {
  const expiresAt = env.clock.now() + lifetime * 1_000;
  const created = await createPersonalAccessToken(env, user, { name: 'x', scopes: [scope], expiresAt });
  if (created.result !== 'CREATED') throw new Error(created.errors.join('\n'));
  return created.secret;
}

/** A token that the issuer signed, of its owner but for this. */
async function issued({ issuer }: HostileApi, change: object, kid = 'first'): Promise<string> {
  return issuer.token({ ...claimsFor(issuer.issuer, 'owner'), ...change }, { kid });
}

/** One of `owner` whose part of this number is another. */
async function changed(api: HostileApi, index: number, part: object | string): Promise<string> {
  const text = typeof part === 'string' ? part : JSON.stringify(part);
  return (await api.token('owner'))
    .split('.')
    .map((old, at) => (at === index ? Buffer.from(text).toString('base64url') : old))
    .join('.');
}

const REFUSED_HEADERS: readonly (readonly [Refused, (api: HostileApi) => Promise<Headers>])[] = [
  ['no token', () => Promise.resolve({})],
  ['an empty token', () => Promise.resolve({ authorization: 'Bearer ', 'private-token': ' ' })],
  ['another scheme', () => Promise.resolve({ authorization: 'Basic b3duZXI6b3duZXI=' })],
  ['a malformed token', () => Promise.resolve(bearer('x.y.z'))],
  ['a token of GitLab', () => Promise.resolve(personal('glpat-0123456789abcdefghij'))],
  [
    'an expired token',
    async (api) => bearer(await issued(api, { exp: Math.floor(Date.now() / 1_000) - HOUR })),
  ],
  [
    'a token of another issuer',
    async (api) => bearer(await issued(api, { iss: 'https://elsewhere.example' })),
  ],
  ['a token for another audience', async (api) => bearer(await issued(api, { aud: 'another' }))],
  ['a token of an unknown key', async (api) => bearer(await issued(api, {}, 'unknown'))],
  ['a token signed by the public key', (api) => Promise.resolve(bearer(signedByPublicKey(api)))],
  ['an unsigned token', ({ issuer }) => Promise.resolve(bearer(unsigned(issuer.issuer)))],
  [
    'a token with another user',
    async (api) => bearer(await changed(api, 1, claimsFor(api.issuer.issuer, 'owner-of-root'))),
  ],
  ['a token for nobody', async (api) => bearer(await issued(api, { sub: '' }))],
  ['a personal token that is none', () => Promise.resolve(personal('spat-0'))],
  ['an unknown personal token', () => Promise.resolve(personal(`spat-${'0'.repeat(43)}`))],
  ['an expired personal token', async (api) => personal(await expired(api))],
  ['a revoked personal token', async (api) => personal(await revoked(api))],
];

function unsigned(issuer: string): string {
  return new UnsecuredJWT({ ...claimsFor(issuer, 'owner') }).encode();
}

/** HS256, with the text of the public key as its secret. */
function signedByPublicKey({ issuer: { issuer, publicPem } }: HostileApi): string {
  const parts = [{ alg: 'HS256', kid: 'first' }, claimsFor(issuer, 'owner')].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  return `${parts.join('.')}.${createHmac('sha256', publicPem).update(parts.join('.')).digest('base64url')}`;
}

async function expired(api: HostileApi): Promise<string> {
  const token = await personalToken(api, 'owner', 'api', 1);
  api.env.clock.advance(1_001);
  return token;
}

async function revoked(api: HostileApi): Promise<string> {
  const { env } = api;
  const expiresAt = env.clock.now() + HOUR * 1_000;
  const created = await createPersonalAccessToken(env, 'owner', { name: 'x', scopes: ['api'], expiresAt });
  if (created.result !== 'CREATED') throw new Error(created.errors.join('\n'));
  await revokePersonalAccessToken(env, 'owner', created.token.id);
  return created.secret;
}
