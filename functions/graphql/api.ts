import type { Environment, Log } from '../../shared/environment/environment.ts';
import { tokenOf } from '../../shared/authentication/header.ts';
import type { Verify } from '../../shared/authentication/issuer/verify.ts';
import { unexpected } from './errors/unexpected.ts';
import { type ApiAnswer, answerOf, type Refusal, refuse } from './http/answer.ts';
import { faultOf } from './http/check.ts';
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
export function graphqlApi(environment: Environment, verify: Verify): Api {
  const serve = graphqlServer(environment);
  return async (event, invocation) => {
    const requestId = invocation.awsRequestId;
    try {
      const request = requestOf(event);
      const caller = await authenticate(request, verify, environment.log, requestId);
      if ('status' in caller) return refuse(caller);
      const fault = faultOf(request);
      if (fault) return refuse(fault);
      const { userId } = caller;
      const deadline = environment.clock.now() + invocation.getRemainingTimeInMillis() - RESERVE;
      const context = { environment, requestId, userId, deadline, loaders: new Loaders(environment, userId) };
      return await answerOf(await serve(toYoga(request), context));
    } catch (error) {
      environment.log.error('a request failed', { requestId, error });
      const { message, extensions } = unexpected(requestId);
      return refuse({ status: 500, message, code: extensions.code, requestId });
    }
  };
}

/** Who asks, by the token; or why that is not known. */
async function authenticate(
  { headers }: ApiRequest,
  verify: Verify,
  log: Log,
  requestId: string,
): Promise<{ readonly userId: string } | Refusal> {
  const token = tokenOf(headers);
  if (token === undefined) return unauthenticated('A bearer token is needed', 'Bearer');
  try {
    const verification = await verify(token);
    if (verification.result === 'VERIFIED') return verification;
    const { reason } = verification;
    return unauthenticated(reason, `Bearer error="invalid_token", error_description="${reason}"`);
  } catch (error) {
    log.error('the keys of the issuer cannot be had', { requestId, error });
    const message = 'Tokens cannot be verified at the moment; try again later';
    return { status: 503, message, code: 'SERVICE_UNAVAILABLE', requestId };
  }
}

/** RFC 6750, section 3. */
function unauthenticated(message: string, challenge: string): Refusal {
  return { status: 401, message, code: 'UNAUTHENTICATED', headers: { 'www-authenticate': challenge } };
}
