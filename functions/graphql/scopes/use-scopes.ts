import { type ExecutionArgs, getOperationAST, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { RequestContext } from '../context.ts';
import { scopeNeeded } from '../errors/refusals.ts';

/** Refuses every mutation, as a whole and before any of it is done, to a token that may only read. */
export function useScopes(): Plugin<RequestContext> {
  return {
    onExecute({ args, context: { caller }, setResultAndStopExecution }) {
      const execution: ExecutionArgs = args;
      const operation = getOperationAST(execution.document, execution.operationName)?.operation;
      if (operation === OperationTypeNode.MUTATION && !caller.mayWrite)
        setResultAndStopExecution({ errors: [scopeNeeded()] });
    },
  };
}
