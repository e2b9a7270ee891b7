import { type ExecutionArgs, getOperationAST, getVariableValues, type GraphQLError } from 'graphql';
import { misfit } from '../errors/refusals.ts';

/** As many errors as GraphQL itself reports at most. */
const MAXIMUM_ERRORS = 50;

/** Characters that all messages together may show of values, before they are shortened. */
const MAXIMUM_SHOWN = 1_000_000;

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
  // Each error shows a value as a whole: of big ones only few can be shown in good time.
  const maxErrors = Math.ceil(Math.min(MAXIMUM_ERRORS, MAXIMUM_SHOWN / sizeOf(variableValues)));
  const { errors = [] } = getVariableValues(schema, definitions, { ...variableValues }, { maxErrors });
  return errors.map(misfit);
}

/** About as many characters as JSON takes, at least 1. Values may be nested deeper than any stack. */
function sizeOf(values: unknown): number {
  let size = 1;
  const pending: unknown[] = [values];
  while (pending.length > 0) {
    const value = pending.pop();
    size += typeof value === 'string' ? value.length : 1;
    if (Array.isArray(value)) for (const element of value) pending.push(element);
    else if (typeof value === 'object' && value !== null) {
      size += Object.keys(value).join('').length;
      for (const member of Object.values(value)) pending.push(member);
    }
  }
  return size;
}
