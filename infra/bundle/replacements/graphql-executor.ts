/**
 * Stands in for `@graphql-tools/executor` in the bundles. It executes subscriptions and streamed answers besides;
 * of these there are none, and GraphQL's own implementation comes with the package that is there anyway.
 */
export { execute as normalizedExecutor } from 'graphql';
