import { createYoga } from 'graphql-yoga';
import type { RequestContext } from './context.ts';
import { useMasking } from './errors/use-masking.ts';
import { useNamedArguments } from './errors/use-named-arguments.ts';
import { executableSchema } from './executable-schema.ts';
import { ENDPOINT } from './http/to-yoga.ts';
import { useIntroduced } from './introduced/use-introduced.ts';
import { Recent } from './limits/recent.ts';
import { useLimits } from './limits/use-limits.ts';
import { useScopes } from './scopes/use-scopes.ts';

/** Answers a GraphQL request for a caller who is known. */
export type Serve = (request: Request, context: RequestContext) => Promise<Response>;

/**
 * Queries that are kept parsed. Clients have a few; whoever sends another one each time must not fill the memory with them:
 * the biggest takes some 300 kB.
 */
const KEPT = 100;

/** GraphQL over HTTP without what is done better elsewhere: pages, CORS, form posts, batches, Yoga's own masking. */
export function graphqlServer(): Serve {
  const yoga = createYoga<RequestContext>({
    schema: executableSchema(),
    graphqlEndpoint: ENDPOINT,
    fetchAPI: { Response },
    plugins: [useScopes(), useLimits(), useIntroduced(), useNamedArguments(), useMasking()],
    parserAndValidationCache: { documentCache: new Recent(KEPT), errorCache: new Recent(KEPT) },
    maskedErrors: false,
    maxRequestBodySize: false,
    batching: false,
    multipart: false,
    cors: false,
    graphiql: false,
    landingPage: false,
    logging: false,
  });
  return async (request, context) => yoga.fetch(request, context);
}
