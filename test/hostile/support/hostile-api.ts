import { graphqlApi } from '../../../functions/graphql/api.ts';
import type { Invocation } from '../../../functions/graphql/context.ts';
import type { ApiAnswer } from '../../../functions/graphql/http/answer.ts';
import { restApi } from '../../../functions/rest/api.ts';
import { authenticator } from '../../../shared/authentication/authenticate.ts';
import { tokenVerifier, type Verify } from '../../../shared/authentication/issuer/verify.ts';
import { type TestEnvironment, testEnvironment } from '../../support/test-environment.ts';
import { AUDIENCE, claimsFor, startIssuer, type TestIssuer } from '../../support/test-issuer.ts';
import { type World, world } from '../../support/world.ts';
import type { CountedTable } from './counted-table.ts';

/** An answer as the gateway gets it, not yet looked into. */
export interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Parts of a request, as the gateway hands it over. */
export interface Parts {
  readonly method?: string;
  readonly path: string;
  readonly query?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/** Both APIs in this process, on one table. */
export interface HostileApi {
  readonly env: TestEnvironment;
  readonly world: World;
  readonly issuer: TestIssuer;
  /** Hands a request to the function that the gateway would hand it to. */
  send(parts: Parts): Promise<Raw>;
  /** Asks GraphQL with this token, if any. */
  ask(token: string | undefined, body: object | string): Promise<Raw>;
  /** A good token of the issuer. The same one for the same user. */
  token(user: string): Promise<string>;
  stop(): Promise<void>;
}

const REQUEST_ID = 'request-1';
const INVOCATION: Invocation = { awsRequestId: REQUEST_ID, getRemainingTimeInMillis: () => 25_000 };

/** A good token is verified once; with `forgetful` each time. */
export async function hostileApi(
  { table, ...counted }: CountedTable,
  { forgetful = false } = {},
): Promise<HostileApi> {
  const issuer = await startIssuer();
  const env = testEnvironment(table);
  const verify = tokenVerifier({ issuer: issuer.issuer, audience: AUDIENCE });
  const authenticate = authenticator(env, forgetful ? verify : remembering(verify));
  const graphql = graphqlApi(env, authenticate);
  const rest = restApi(env, authenticate, { gitlabUrl: 'https://gitlab.example', release: '1.2.3' });
  const send = async (parts: Parts): Promise<Raw> => {
    const handler = parts.path.startsWith('/api/v4/') ? rest : graphql;
    return rawOf(await handler(eventOf(parts), INVOCATION));
  };
  const tokens = new Map<string, Promise<string>>();
  return {
    env,
    world: world(env),
    issuer,
    send,
    async ask(token, body) {
      const headers = {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      };
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return send({ path: '/graphql', headers, body: text });
    },
    async token(user) {
      const known = tokens.get(user) ?? issuer.token(claimsFor(issuer.issuer, user));
      tokens.set(user, known);
      return known;
    },
    async stop() {
      await Promise.all([issuer.stop(), counted.stop()]);
    },
  };
}

/** Of those that are refused nothing is kept: there may be any number of them. */
function remembering(verify: Verify): Verify {
  const known = new Map<string, Awaited<ReturnType<Verify>>>();
  return async (token) => {
    const verified = known.get(token) ?? (await verify(token));
    if (verified.result === 'VERIFIED') known.set(token, verified);
    return verified;
  };
}

/** Payload format 2.0. */
function eventOf({
  method = 'POST',
  path,
  query = '',
  headers,
  body,
  isBase64Encoded = false,
}: Parts): object {
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers,
    requestContext: { domainName: 'api.example.com', http: { method, path } },
    ...(body !== undefined && { body }),
    isBase64Encoded,
  };
}

function rawOf({ statusCode, headers, body }: ApiAnswer): Raw {
  return { status: statusCode ?? 0, headers: headers ?? {}, text: body ?? '' };
}
