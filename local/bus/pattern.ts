import type { Json } from '../template/intrinsics.ts';
import { compileFilter, type Leaf, PatternError, type Filter } from './filters.ts';

type JsonObject = Record<string, Json>;

/** Whether an event matches. */
export type Pattern = (event: JsonObject) => boolean;

/** A pattern with every object opened: all of it has to hold. */
interface Condition {
  path: string;
  /** One of them has to hold. */
  filters: Filter[];
}

/**
 * Compiles an event pattern as EventBridge reads it: every key has to match, one of a key's values suffices, and the
 * event is flattened first, so that any element of an array may match. Throws `PatternError`.
 * See https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function compilePattern(pattern: JsonObject): Pattern {
  if (Object.keys(pattern).length === 0) throw new PatternError('A pattern must not be empty');
  const { $or: alternatives, ...rest } = pattern;
  const conditions = conditionsOf(rest, '');
  const either =
    alternatives === undefined
      ? undefined
      : list(alternatives, '$or').map((one) => compilePattern(object(one, '$or')));
  return (event) => {
    const leaves = flatten(event);
    const holds = conditions.every(({ path, filters }) =>
      filters.some((filter) => filter(leaves.get(path) ?? [])),
    );
    return holds && (either === undefined || either.some((matches) => matches(event)));
  };
}

function conditionsOf(pattern: JsonObject, prefix: string): Condition[] {
  return Object.entries(pattern).flatMap(([key, value]): Condition[] => {
    const path = `${prefix}/${key}`;
    if (!Array.isArray(value)) return conditionsOf(object(value, path), path);
    if (value.length === 0) throw new PatternError(`${path} must not be an empty list`);
    return [{ path, filters: value.map((filter) => compileFilter(filter, path)) }];
  });
}

/** Path → every scalar that stands there. Elements of an array share the path of the array. */
function flatten(event: JsonObject): Map<string, Leaf[]> {
  const leaves = new Map<string, Leaf[]>();
  const visit = (value: Json, path: string): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, path);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) visit(item, `${path}/${key}`);
    } else {
      leaves.set(path, [...(leaves.get(path) ?? []), value]);
    }
  };
  visit(event, '');
  return leaves;
}

function object(value: Json, where: string): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new PatternError(`${where} must be an object or a list`);
}

function list(value: Json, where: string): Json[] {
  if (Array.isArray(value) && value.length > 0) return value;
  throw new PatternError(`${where} must be a list that is not empty`);
}
