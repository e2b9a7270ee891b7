import type { Authenticate, Authentication } from '../../../shared/authentication/authenticate.ts';
import type { Caller } from '../../../shared/authentication/caller.ts';
import type { Environment } from '../../../shared/environment/environment.ts';
import { METRICS } from '../../../shared/names.ts';
import { contextOf, type Invocation, type RequestContext } from '../context.ts';
import { unexpected } from '../errors/unexpected.ts';
import { type ApiAnswer, type Refusal, refuse } from './answer.ts';
import { faultOf, isServed, NOTHING_HERE } from './check.ts';
import { type ApiRequest, requestOf } from './event.ts';

export type Api = (event: unknown, invocation: Invocation) => Promise<ApiAnswer>;

/** Answers a request that can be one of GraphQL, for a caller who is known. */
export type Answering = (request: ApiRequest, context: RequestContext) => Promise<ApiAnswer>;

/** What stands before GraphQL behind an HTTP API's Lambda integration: who asks, and whether the request is one. */
export function forKnownCallers(
  environment: Environment,
  authenticate: Authenticate,
  answering: Answering,
): Api {
  async function ask(request: ApiRequest, caller: Caller, invocation: Invocation): Promise<ApiAnswer> {
    const fault = faultOf(request);
    return fault ? refuse(fault) : answering(request, contextOf(environment, caller, invocation));
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
