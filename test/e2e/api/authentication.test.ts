import { createHmac, createPublicKey } from 'node:crypto';
import { generateKeyPair, type JWK, SignJWT, UnsecuredJWT } from 'jose';
import * as z from 'zod';
import { describe, expect, inject, it } from 'vitest';
import { readKey } from '../../../local/issuer/key.ts';
import { signToken, type TokenClaims } from '../../../local/issuer/token.ts';
import { shared } from '../support/shared-stack.ts';

const { issuer, audience } = shared.file;
const now = (): number => Math.floor(Date.now() / 1000);
const good = { iss: issuer, aud: audience, sub: 'owner', exp: now() + 3_600 };

/** The issuer's public key, as everybody can have it. */
async function publicKey(): Promise<JWK & { readonly kid: string }> {
  const discovery = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { jwks_uri } = z.object({ jwks_uri: z.url() }).parse(await discovery.json());
  const keys = z
    .object({ keys: z.array(z.looseObject({ kid: z.string() })) })
    .parse(await (await fetch(jwks_uri)).json());
  const [key] = keys.keys;
  if (!key) throw new Error('the issuer has no key');
  return key;
}

async function signedByOthers(claims: object): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256');
  const { kid } = await publicKey();
  return new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
}

async function signedByTheIssuer(change: Partial<TokenClaims>): Promise<string> {
  const key = await readKey(inject('stack').stateDir);
  if (!key) throw new Error('the stack has no key');
  return signToken(key, { issuer, audience, user: 'owner', lifetime: 3_600, ...change });
}

/** HS256, with the text of the public key as the secret. */
async function signedByPublicKey(): Promise<string> {
  const key = await publicKey();
  const pem = createPublicKey({ key: { ...key }, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const parts = [{ alg: 'HS256', kid: key.kid }, good].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  return `${parts.join('.')}.${createHmac('sha256', pem).update(parts.join('.')).digest('base64url')}`;
}

/** A good token to which something was done. */
async function changed(change: (parts: string[]) => string[]): Promise<string> {
  return change((await shared.token('owner')).split('.')).join('.');
}

async function ask(headers: Record<string, string>): Promise<Response> {
  const body = JSON.stringify({ query: '{ currentUser { id } }' });
  return shared.request('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

const BAD: Readonly<Record<string, () => Promise<string>>> = {
  'is malformed': () => Promise.resolve('x.y.z'),
  'is for another audience': async () => signedByTheIssuer({ audience: 'another' }),
  'is of another issuer': async () => signedByTheIssuer({ issuer: 'https://elsewhere.example' }),
  'names nobody': async () => signedByTheIssuer({ user: '' }),
  'was signed by somebody else': async () => signedByOthers(good),
  'has no signature (alg: none)': () => Promise.resolve(new UnsecuredJWT(good).encode()),
  'was signed by HS256 with the public key': signedByPublicKey,
  'had its user changed': async () =>
    changed(([header = '', , signature = '']) => [
      header,
      Buffer.from(JSON.stringify(good)).toString('base64url'),
      signature,
    ]),
  'lost its signature': async () => changed(([header = '', claims = '']) => [header, claims, '']),
};

describe('a request', () => {
  it.each([
    ['Authorization: Bearer', (token: string) => ({ authorization: `Bearer ${token}` })],
    ['PRIVATE-TOKEN, as GitLab’s clients send it', (token: string) => ({ 'private-token': token })],
  ])('with a token in %s is answered', async (_name, headers) => {
    const response = await ask(headers(await shared.token('somebody')));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: { currentUser: { id: 'somebody' } } });
  });

  it('without a token is refused: 401, in the form of a GraphQL answer', async () => {
    const response = await ask({});
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it.each(Object.keys(BAD))('with a token that %s is refused in the same way', async (name) => {
    const response = await ask({ authorization: `Bearer ${await BAD[name]?.()}` });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"');
    expect(await response.json()).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('is refused once its token has expired', async () => {
    const headers = { authorization: `Bearer ${await shared.token('owner', '1s')}` };
    await expect.poll(async () => (await ask(headers)).status, { timeout: 10_000 }).toBe(401);
  });
});
