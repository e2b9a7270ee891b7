import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { METRICS } from '../../../shared/names.ts';
import type { RequestContext } from '../context.ts';
import { unexpected } from './unexpected.ts';

/**
 * Keeps every error that nobody meant for the caller out of the answer, whatever threw it: the log has it, under the
 * request id that the answer names.
 */
export function useMasking(): Plugin<object, RequestContext> {
  return {
    onResultProcess(processing) {
      const { result, serverContext } = processing;
      if (!('errors' in result)) return;
      const { requestId, environment } = serverContext;
      const { errors = [] } = result;
      if (errors.length === 0) return;
      const causes = new Set(errors.filter((error) => !isMeant(error)).map(causeOf));
      for (const error of causes) environment.log.error('a request failed', { error });
      if (causes.size > 0) environment.log.count(METRICS.requestFailed);
      const shown = errors.map((error) => (isMeant(error) ? plain(error) : masked(error, requestId)));
      processing.setResult({ ...result, errors: shown });
    },
  };
}

/** Errors of GraphQL itself and those that resolvers make on purpose. */
function isMeant(error: Error): boolean {
  if (!(error instanceof GraphQLError)) return false;
  return error.originalError === undefined || isMeant(error.originalError);
}

/** A body that is no JSON, without what Yoga says of the error that the engine threw; it goes by that for the status. */
function plain(error: GraphQLError): GraphQLError {
  if (!('originalError' in error.extensions)) return error;
  const { originalError, ...extensions } = error.extensions;
  return new GraphQLError(error.message, { extensions: { ...extensions, http: { status: 400 } } });
}

function causeOf(error: Error): Error {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}

function masked(error: GraphQLError, requestId: string): GraphQLError {
  const { message, extensions } = unexpected(requestId);
  const { nodes, path } = error;
  return new GraphQLError(message, { nodes: nodes ?? null, path: path ?? null, extensions });
}
