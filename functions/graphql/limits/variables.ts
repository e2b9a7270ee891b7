import { type ExecutionArgs, getOperationAST, getVariableValues, GraphQLError } from 'graphql';

/** As many errors as GraphQL itself reports at most. */
const MAXIMUM_ERRORS = 50;

/**
 * Why the variables of a request do not fit its operation. Empty if they do, and if there is no such operation: then
 * the executor says so.
 */
export function variableFaults({
  schema,
  document,
  variableValues,
  operationName,
}: ExecutionArgs): readonly GraphQLError[] {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  const { errors = [] } = getVariableValues(
    schema,
    definitions,
    { ...variableValues },
    { maxErrors: MAXIMUM_ERRORS },
  );
  const extensions = { code: 'BAD_USER_INPUT', http: { status: 400, spec: true } };
  return errors.map(({ message, nodes }) => new GraphQLError(message, { nodes: nodes ?? null, extensions }));
}
