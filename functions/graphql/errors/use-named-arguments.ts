import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  validate,
  type ValidationRule,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { nameArguments } from './name-arguments.ts';

/** Makes validation errors name the argument that they are about. */
export function useNamedArguments(): Plugin {
  return {
    onValidate({ setValidationFn }) {
      setValidationFn(validateByName);
    },
  };
}

function validateByName(
  schema: GraphQLSchema,
  document: DocumentNode,
  rules?: readonly ValidationRule[],
): readonly GraphQLError[] {
  return nameArguments(document, validate(schema, document, rules));
}
