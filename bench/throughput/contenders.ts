import { yogaServer } from '../../functions/graphql/api.ts';
import { contextOf } from '../../functions/graphql/context.ts';
import type { ApiRequest } from '../../functions/graphql/http/event.ts';
import { type Answering, forKnownCallers } from '../../functions/graphql/http/known-callers.ts';
import type { Authenticate } from '../../shared/authentication/authenticate.ts';
import type { Environment } from '../../shared/environment/environment.ts';
import { apolloServer } from '../apollo/apollo-server.ts';

/** Answers the body of a request. Throws where the answer has errors. */
export type Ask = (body: string) => Promise<string>;

/** How much of the function is in what is measured. */
export const LEVELS = ['GraphQL alone', 'event to answer, with the token'] as const;
export const SERVERS = ['ours', 'Apollo Server'] as const;

/** One server at one level. */
export interface Contender {
  readonly level: (typeof LEVELS)[number];
  readonly server: (typeof SERVERS)[number];
  readonly ask: Ask;
}

const CALLER = { userId: 'owner', token: 'ISSUER', mayWrite: true } as const;
const INVOCATION = { awsRequestId: 'request-1', getRemainingTimeInMillis: () => 25_000 };

/** Ours and Apollo Server behind the same code: each by itself, and as a whole function asked with this token. */
export function contenders(
  environment: Environment,
  authenticate: Authenticate,
  token: string,
): readonly Contender[] {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return SERVERS.flatMap((server) => {
    const answering: Answering = server === 'ours' ? yogaServer() : apolloServer();
    const api = forKnownCallers(environment, authenticate, answering);
    const alone: Ask = async (body) =>
      checked(await answering(requestOf(body), contextOf(environment, CALLER, INVOCATION)));
    const whole: Ask = async (body) => checked(await api(eventOf(body, headers), INVOCATION));
    return [
      { level: LEVELS[0], server, ask: alone },
      { level: LEVELS[1], server, ask: whole },
    ];
  });
}

function requestOf(body: string): ApiRequest {
  const headers = new Headers({ 'content-type': 'application/json' });
  const parameters = new URLSearchParams();
  return { method: 'POST', path: '/graphql', headers, parameters, body: Buffer.from(body) };
}

function eventOf(body: string, headers: Readonly<Record<string, string>>): object {
  return {
    version: '2.0',
    rawPath: '/graphql',
    rawQueryString: '',
    headers,
    requestContext: { http: { method: 'POST' } },
    body,
  };
}

function checked({ statusCode, body = '' }: Awaited<ReturnType<Answering>>): string {
  if (statusCode !== 200 || body.includes('"errors":[{')) throw new Error(`answered ${statusCode}: ${body}`);
  return body.trim();
}
