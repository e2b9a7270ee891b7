import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError, OperationTypeNode, type ValidationRule } from 'graphql';
import type { RequestContext } from '../../functions/graphql/context.ts';
import { overLimit, scopeNeeded } from '../../functions/graphql/errors/refusals.ts';
import { executableSchema } from '../../functions/graphql/executable-schema.ts';
import type { Answering } from '../../functions/graphql/http/known-callers.ts';
import { costFault } from '../../functions/graphql/limits/cost.ts';
import { LIMITS } from '../../functions/graphql/limits/limits.ts';
import { shapeOf } from '../../functions/graphql/limits/shape.ts';
import { variableFaults } from '../../functions/graphql/limits/variables.ts';

/**
 * Apollo Server with the product's schema, resolvers and limits, asked in the way of its own integration with AWS Lambda.
 * It has what it offers: it cannot take a document to pieces before it is validated, so that `@gl_introduced` has no
 * effect, and refusals have its own words and status. What it can do without is switched off.
 */
export function apolloServer(): Answering {
  const server = new ApolloServer<RequestContext>({
    schema: executableSchema(),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: LIMITS.tokens },
    validationRules: [withinShape],
    formatError: masked,
    plugins: [LIMITING, ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
  });
  server.startInBackgroundHandlingStartupErrorsByLoggingAndFailingAllRequests();
  return async ({ method, headers, parameters, body }, context) => {
    const answer = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method,
        headers: headerMap(headers),
        search: parameters.toString(),
        body: body.length > 0 ? JSON.parse(body.toString('utf8')) : undefined,
      },
      context: async () => Promise.resolve(context),
    });
    if (answer.body.kind !== 'complete') throw new Error('nothing is answered in parts');
    return {
      statusCode: answer.status ?? 200,
      headers: Object.fromEntries(answer.headers),
      body: answer.body.string,
    };
  };
}

function headerMap(headers: Headers): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of headers) map.set(name, value);
  return map;
}

const LIMITING: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return Promise.resolve({
      async didResolveOperation({ schema, document, operation, operationName, request, contextValue }) {
        if ((request.query?.length ?? 0) > LIMITS.query) throw overLimit('The query is too long');
        if (operation?.operation === OperationTypeNode.MUTATION && !contextValue.caller.mayWrite)
          throw scopeNeeded();
        const args = { schema, document, operationName, variableValues: request.variables ?? {} };
        const [fault = costFault(args)] = variableFaults(args);
        if (fault) throw fault;
        return Promise.resolve();
      },
    });
  },
};

const BOUNDS = ['fields', 'aliases', 'depth', 'introspectionDepth'] as const;

/** The limits that hold before validation in the product; Apollo Server looks at them together with its rules. */
const withinShape: ValidationRule = (context) => {
  const shape = shapeOf(context.getDocument());
  if (BOUNDS.some((bound) => shape[bound] > LIMITS[bound]))
    context.reportError(overLimit('The query is too big'));
  return {};
};

function masked(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const isMeant = error instanceof GraphQLError && error.originalError === undefined;
  return isMeant ? formatted : { ...formatted, message: 'Something went wrong on the side of the server' };
}
