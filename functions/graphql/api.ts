import type { Authenticate, Authentication } from '../../shared/authentication/authenticate.ts';
import type { Caller } from '../../shared/authentication/caller.ts';
import type { Environment } from '../../shared/environment/environment.ts';
import { follow } from '../../shared/environment/follow.ts';
import { until } from '../../shared/environment/until.ts';
import { METRICS } from '../../shared/names.ts';
import { unexpected } from './errors/unexpected.ts';
import { type ApiAnswer, answerOf, type Refusal, refuse } from './http/answer.ts';
import { faultOf, isServed, NOTHING_HERE } from './http/check.ts';
import { type ApiRequest, requestOf } from './http/event.ts';
import { toYoga } from './http/to-yoga.ts';
import { Loaders } from './loaders.ts';
import { graphqlServer } from './server.ts';

/** What is used of a Lambda context. */
export interface Invocation {
  readonly awsRequestId: string;
  getRemainingTimeInMillis(): number;
}

export type Api = (event: unknown, invocation: Invocation) => Promise<ApiAnswer>;

/** Milliseconds that are kept for making the answer. */
const RESERVE = 2_000;

/** The API behind an HTTP API's Lambda integration: who asks, whether the request is one, and then GraphQL. */
export function graphqlApi(environment: Environment, authenticate: Authenticate): Api {
  const serve = graphqlServer();

  async function ask(request: ApiRequest, caller: Caller, invocation: Invocation): Promise<ApiAnswer> {
    const fault = faultOf(request);
    if (fault) return refuse(fault);
    const requestId = invocation.awsRequestId;
    const deadline = environment.clock.now() + invocation.getRemainingTimeInMillis() - RESERVE;
    // Who waits for others gives up while there is time to say so.
    const followed = follow(until(environment, deadline), requestId);
    const loaders = new Loaders(followed, caller.userId);
    const context = { environment: followed, requestId, caller, deadline, loaders };
    return answerOf(await serve(toYoga(request), context));
  }

  return async (event, invocation) => {
    const requestId = invocation.awsRequestId;
    try {
      const request = requestOf(event);
      if (!isServed(request)) return refuse(NOTHING_HERE);
      const authentication = await authenticate(request.headers, requestId);
      if (authentication.result !== 'KNOWN') return refuse(refusalOf(authentication, requestId));
      const { caller, recorded } = authentication;
      const [answer] = await Promise.all([ask(request, caller, invocation), recorded]);
      return answer;
    } catch (error) {
      environment.log.error('a request failed', { requestId, error });
      environment.log.count(METRICS.requestFailed);
      const { message, extensions } = unexpected(requestId);
      return refuse({ status: 500, message, code: extensions.code, requestId });
    }
  };
}

function refusalOf(authentication: Exclude<Authentication, { result: 'KNOWN' }>, requestId: string): Refusal {
  const message = authentication.reason;
  if (authentication.result === 'UNAVAILABLE')
    return { status: 503, message, code: 'SERVICE_UNAVAILABLE', requestId };
  const headers = { 'www-authenticate': authentication.challenge };
  return { status: 401, message, code: 'UNAUTHENTICATED', headers };
}
