import { once } from 'node:events';
import { createServer } from 'node:http';
import {
  CompactSign,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type GenerateKeyPairResult,
  type JWK,
} from 'jose';

export const AUDIENCE = 'test-audience';

/** An OpenID Connect issuer whose documents and keys a test sees and steers. */
export interface TestIssuer {
  readonly issuer: string;
  /** Paths that were fetched, in order. */
  readonly fetched: string[];
  /** The public key as text: what an attacker has. */
  readonly publicPem: string;
  /** While it is set, every answer has this status. */
  broken: number | undefined;
  /** Signs with the published key, or, by `kid`, with one that was added. */
  token(claims?: object, header?: { alg?: string; kid?: string }): Promise<string>;
  /** Publishes a further key from now on. */
  addKey(kid: string, alg: 'RS256' | 'ES256'): Promise<void>;
  stop(): Promise<void>;
}

type Claims = Record<'iss' | 'aud' | 'sub', string> & Record<'iat' | 'exp', number>;

/** Claims of a good token for `user`, an hour long. */
export function claimsFor(issuer: string, user = 'owner'): Claims {
  const now = Math.floor(Date.now() / 1000);
  return { iss: issuer, aud: AUDIENCE, sub: user, iat: now, exp: now + 3_600 };
}

/** To make one takes a tenth of a second: issuers are told apart by their address. */
let firstPair: Promise<GenerateKeyPairResult> | undefined;

export async function startIssuer(): Promise<TestIssuer> {
  const fetched: string[] = [];
  const published: JWK[] = [];
  const secrets = new Map<string, CryptoKey>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    fetched.push(path);
    const documents: Record<string, unknown> = {
      '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/keys` },
      '/keys': { keys: published },
    };
    response.writeHead(self.broken ?? (path in documents ? 200 : 404), {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify(documents[path] ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const issuer = `http://127.0.0.1:${address.port}`;

  const publish = async (
    kid: string,
    alg: 'RS256' | 'ES256',
    { privateKey, publicKey }: GenerateKeyPairResult,
  ): Promise<void> => {
    published.push({ ...(await exportJWK(publicKey)), kid, alg, use: 'sig' });
    secrets.set(kid, privateKey);
  };
  firstPair ??= generateKeyPair('RS256', { extractable: true });
  const first = await firstPair;
  await publish('first', 'RS256', first);
  const self: TestIssuer = {
    issuer,
    fetched,
    publicPem: await exportSPKI(first.publicKey),
    broken: undefined,
    async token(claims = claimsFor(issuer), { alg = 'RS256', kid = 'first' } = {}) {
      const key = secrets.get(kid) ?? (await generateKeyPair(alg)).privateKey;
      return new CompactSign(Buffer.from(JSON.stringify(claims))).setProtectedHeader({ alg, kid }).sign(key);
    },
    async addKey(kid, alg) {
      await publish(kid, alg, await generateKeyPair(alg, { extractable: true }));
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return self;
}
