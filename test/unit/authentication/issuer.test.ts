import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  tokenVerifier,
  type Verification,
  type Verify,
} from '../../../shared/authentication/issuer/verify.ts';
import { AUDIENCE, claimsFor, startIssuer, type TestIssuer } from '../../support/test-issuer.ts';

let issuer: TestIssuer;
let verify: Verify;

beforeEach(async () => {
  issuer = await startIssuer();
  verify = tokenVerifier({ issuer: issuer.issuer, audience: AUDIENCE });
});
afterEach(async () => {
  await issuer.stop();
});

function refused(reason: string): Verification {
  return { result: 'REFUSED', reason };
}

describe('a token that is taken', () => {
  it('names its user by sub', async () => {
    expect(await verify(await issuer.token())).toEqual({ result: 'VERIFIED', userId: 'owner' });
  });

  it('may be for several audiences', async () => {
    const claims = { ...claimsFor(issuer.issuer), aud: ['another', AUDIENCE] };
    expect(await verify(await issuer.token(claims))).toMatchObject({ result: 'VERIFIED' });
  });

  it('may be signed by ES256', async () => {
    await issuer.addKey('elliptic', 'ES256');
    const token = await issuer.token(undefined, { alg: 'ES256', kid: 'elliptic' });
    expect(await verify(token)).toMatchObject({ result: 'VERIFIED' });
  });
});

describe('a token that is refused', () => {
  it.each([
    ['has expired', { exp: 1 }, 'The token has expired'],
    ['never expires', { exp: undefined }, 'The claim exp of the token is missing or does not fit'],
    ['is not valid yet', { nbf: 9_999_999_999 }, 'The claim nbf of the token is missing or does not fit'],
    [
      'is of another issuer',
      { iss: 'https://elsewhere.example' },
      'The claim iss of the token is missing or does not fit',
    ],
    ['is for another audience', { aud: 'another' }, 'The claim aud of the token is missing or does not fit'],
    [
      'is for nobody in particular',
      { aud: undefined },
      'The claim aud of the token is missing or does not fit',
    ],
    ['has no user', { sub: undefined }, 'The claim sub of the token is missing or does not fit'],
    ['has a user that is no text', { sub: 7 }, 'The token names no user'],
    ['has an empty user', { sub: '' }, 'The token names no user'],
    ['has a user too long for a key', { sub: 'x'.repeat(256) }, 'The token names no user'],
  ])('one that %s', async (_name, change, reason) => {
    const token = await issuer.token({ ...claimsFor(issuer.issuer), ...change });
    expect(await verify(token)).toEqual(refused(reason));
  });

  it.each(['', 'x', 'a.b.c', 'a.b.c.d.e', '....', 'eyJhbGciOiJSUzI1NiJ9..'])(
    'one that is none: "%s"',
    async (token) => {
      expect(await verify(token)).toMatchObject({ result: 'REFUSED' });
    },
  );

  it('one without a signature (alg: none)', async () => {
    const token = new UnsecuredJWT(claimsFor(issuer.issuer)).encode();
    expect(await verify(token)).toMatchObject({ result: 'REFUSED' });
  });

  it('one signed by HS256 with the public key as the secret', async () => {
    const [header, claims] = [{ alg: 'HS256', kid: 'first' }, claimsFor(issuer.issuer)].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    const signature = createHmac('sha256', issuer.publicPem)
      .update(`${header}.${claims}`)
      .digest('base64url');
    expect(await verify(`${header}.${claims}.${signature}`)).toEqual(
      refused('The algorithm of the token is not allowed'),
    );
  });

  it.each(['RS512', 'PS256', 'ES384', 'EdDSA'])('one signed by %s, which nobody asked for', async (alg) => {
    const { privateKey } = await generateKeyPair(alg);
    const signed = new SignJWT(claimsFor(issuer.issuer)).setProtectedHeader({ alg, kid: 'first' });
    expect(await verify(await signed.sign(privateKey))).toEqual(
      refused('The algorithm of the token is not allowed'),
    );
  });

  it('one signed by another key under the same name', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const signed = new SignJWT(claimsFor(issuer.issuer)).setProtectedHeader({ alg: 'RS256', kid: 'first' });
    expect(await verify(await signed.sign(privateKey))).toEqual(
      refused('The signature of the token does not fit'),
    );
  });

  it('one whose claims were changed', async () => {
    const [header, , signature] = (await issuer.token()).split('.');
    const claims = Buffer.from(JSON.stringify(claimsFor(issuer.issuer, 'admin'))).toString('base64url');
    expect(await verify(`${header}.${claims}.${signature}`)).toEqual(
      refused('The signature of the token does not fit'),
    );
  });
});

describe('the keys of the issuer', () => {
  it('are fetched once for many tokens, at the same time and later', async () => {
    const token = await issuer.token();
    await Promise.all([verify(token), verify(token), verify(token)]);
    await verify(token);
    expect(issuer.fetched).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  it('are not fetched again for every token of an unknown key', async () => {
    await verify(await issuer.token());
    for (const kid of ['a', 'b', 'c']) {
      const token = await issuer.token(undefined, { kid });
      expect(await verify(token)).toEqual(refused('The key of the token is unknown'));
    }
    expect(issuer.fetched).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  it('are no matter of the token where they cannot be had, and are asked for again', async () => {
    const token = await issuer.token();
    issuer.broken = 500;
    await expect(verify(token)).rejects.toThrow('the issuer answered 500');
    issuer.broken = undefined;
    expect(await verify(token)).toMatchObject({ result: 'VERIFIED' });
  });

  it('are not taken from a document of another issuer', async () => {
    const impostor = tokenVerifier({ issuer: `${issuer.issuer}/`, audience: AUDIENCE });
    await expect(impostor(await issuer.token())).rejects.toThrow('speaks for another issuer');
  });
});
