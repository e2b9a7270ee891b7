import type { Part } from '../http/api-server.ts';
import type { Reply } from '../http/reply.ts';
import { ALGORITHM, type SigningKey } from './key.ts';

/** Where the issuer is, under the URL of the API: an address that stays the same from start to start. */
export const ISSUER_PATH = '/issuer';
/** What the stack's tokens are for. */
export const AUDIENCE = 'scan-profiles';

const KEYS_PATH = `${ISSUER_PATH}/jwks.json`;

/** Serves the documents by which anybody can verify the local issuer's tokens. It signs nothing for anybody. */
export function createIssuer(issuer: string, { publicJwk }: SigningKey): Part {
  const documents: Record<string, object> = {
    [`${ISSUER_PATH}/.well-known/openid-configuration`]: {
      issuer,
      jwks_uri: `${issuer}/jwks.json`,
      id_token_signing_alg_values_supported: [ALGORITHM],
      response_types_supported: ['id_token'],
      subject_types_supported: ['public'],
    },
    [KEYS_PATH]: { keys: [publicJwk] },
  };
  return (request, url) => {
    const document = documents[url.pathname];
    const found = request.method === 'GET' || request.method === 'HEAD' ? document : undefined;
    return Promise.resolve(found && json(found));
  };
}

function json(document: object): Reply {
  const headers = { 'content-type': 'application/json' };
  return { status: 200, headers, cookies: [], body: Buffer.from(JSON.stringify(document)) };
}
