import type { Authenticate } from '../../shared/authentication/authenticate.ts';
import type { Environment } from '../../shared/environment/environment.ts';
import { answerOf } from './http/answer.ts';
import { type Answering, type Api, forKnownCallers } from './http/known-callers.ts';
import { toYoga } from './http/to-yoga.ts';
import { graphqlServer } from './server.ts';

/** The API behind an HTTP API's Lambda integration: who asks, whether the request is one, and then GraphQL. */
export function graphqlApi(environment: Environment, authenticate: Authenticate): Api {
  return forKnownCallers(environment, authenticate, yogaServer());
}

/** GraphQL by itself. */
export function yogaServer(): Answering {
  const serve = graphqlServer();
  return async (request, context) => answerOf(await serve(toYoga(request), context));
}
