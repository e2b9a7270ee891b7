import { type DocumentNode, type ExecutionArgs, parse, type ParseOptions, type Source } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { overLimit } from '../errors/refusals.ts';
import { costFault } from './cost.ts';
import { LIMITS } from './limits.ts';
import { type Shape, shapeOf } from './shape.ts';
import { variableFaults } from './variables.ts';

/** Refuses what asks for too much, each limit as early as it can be known: nothing was read by then. */
export function useLimits(): Plugin {
  return {
    onParams({ params: { query } }) {
      if (typeof query !== 'string' || query.length <= LIMITS.query) return;
      throw overLimit(`The query has ${query.length} characters, more than the limit of ${LIMITS.query}`);
    },
    onParse({ setParseFn }) {
      setParseFn(parseWithinLimits);
    },
    onExecute({ executeFn, setExecuteFn }) {
      const execute: (args: ExecutionArgs) => unknown = executeFn;
      setExecuteFn((args: ExecutionArgs) => {
        const misfits = variableFaults(args);
        const fault = misfits.length === 0 ? costFault(args) : undefined;
        const errors = fault ? [fault] : misfits;
        return errors.length === 0 ? execute(args) : { errors };
      });
    },
  };
}

const SHAPES = [
  ['fields', 'fields, those of fragments counted wherever they are used'],
  ['aliases', 'aliases'],
  ['depth', 'levels of fields'],
  ['introspectionDepth', 'levels of fields below __schema or __type'],
] as const satisfies readonly (readonly [keyof Shape, string])[];

function parseWithinLimits(source: string | Source, options?: ParseOptions): DocumentNode {
  const document = parse(source, { ...options, maxTokens: LIMITS.tokens });
  const shape = shapeOf(document);
  const over = SHAPES.find(([name]) => shape[name] > LIMITS[name]);
  if (!over) return document;
  const [name, words] = over;
  throw overLimit(`The query has ${shape[name]} ${words}, more than the limit of ${LIMITS[name]}`);
}
