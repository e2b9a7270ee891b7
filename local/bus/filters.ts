import * as z from 'zod';
import type { Json } from '../template/intrinsics.ts';

/** A pattern that EventBridge would refuse, or that says more than the local bus understands. */
export class PatternError extends Error {
  override name = 'PatternError';
}

export type Leaf = string | number | boolean | null;

/** Whether the values at a path match. No value: the path is absent from the event. */
export type Filter = (values: Leaf[]) => boolean;

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const texts = z.union([z.string(), z.array(z.string()).min(1)]).transform((given) => [given].flat());
const affix = z.union([z.string(), z.strictObject({ 'equals-ignore-case': z.string() })]);

const COMPARISONS: Record<string, (value: number, limit: number) => boolean> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '=': (value, limit) => value === limit,
  '>=': (value, limit) => value >= limit,
  '>': (value, limit) => value > limit,
};
const comparisons = z
  .array(z.union([z.enum(['<', '<=', '=', '>=', '>']), z.number()]))
  .refine((parts) => [2, 4].includes(parts.length), 'must be one or two comparisons');

const operatorSchema = z.union([
  z.strictObject({ exists: z.boolean() }),
  z.strictObject({ prefix: affix }),
  z.strictObject({ suffix: affix }),
  z.strictObject({ 'equals-ignore-case': z.string() }),
  z.strictObject({ numeric: comparisons }),
  z.strictObject({
    'anything-but': z.union([
      scalar,
      z.array(scalar).min(1),
      z.strictObject({ prefix: texts }),
      z.strictObject({ suffix: texts }),
      z.strictObject({ 'equals-ignore-case': texts }),
    ]),
  }),
]);

type Operator = z.infer<typeof operatorSchema>;

/** Compiles one value of a pattern: a scalar, or an object with one operator. Throws `PatternError`. */
export function compileFilter(filter: Json, path: string): Filter {
  if (typeof filter !== 'object' || filter === null) return anyOf((value) => value === filter);
  const parsed = operatorSchema.safeParse(filter);
  if (!parsed.success)
    throw new PatternError(`${path}: the local bus does not understand ${JSON.stringify(filter)}`);
  return operatorFilter(parsed.data, path);
}

function operatorFilter(operator: Operator, path: string): Filter {
  if ('exists' in operator) return (values) => values.length > 0 === operator.exists;
  if ('prefix' in operator) return anyOf(affixTest(operator.prefix, 'startsWith'));
  if ('suffix' in operator) return anyOf(affixTest(operator.suffix, 'endsWith'));
  if ('equals-ignore-case' in operator) return anyOf(equalsIgnoringCase(operator['equals-ignore-case']));
  if ('numeric' in operator) return anyOf(numericTest(operator.numeric, path));
  return anyOf(anythingBut(operator['anything-but']));
}

function anyOf(test: (value: Leaf) => boolean): Filter {
  return (values) => values.some(test);
}

function anythingBut(
  but: Extract<Operator, { 'anything-but': unknown }>['anything-but'],
): (value: Leaf) => boolean {
  if (typeof but !== 'object' || but === null) return (value) => value !== but;
  if (Array.isArray(but)) return (value) => !but.includes(value);
  if ('prefix' in but) return (value) => !but.prefix.some((prefix) => affixTest(prefix, 'startsWith')(value));
  if ('suffix' in but) return (value) => !but.suffix.some((suffix) => affixTest(suffix, 'endsWith')(value));
  return (value) => !but['equals-ignore-case'].some((text) => equalsIgnoringCase(text)(value));
}

function affixTest(given: z.infer<typeof affix>, side: 'startsWith' | 'endsWith'): (value: Leaf) => boolean {
  if (typeof given === 'string') return (value) => typeof value === 'string' && value[side](given);
  const lower = given['equals-ignore-case'].toLowerCase();
  return (value) => typeof value === 'string' && value.toLowerCase()[side](lower);
}

function equalsIgnoringCase(text: string): (value: Leaf) => boolean {
  const lower = text.toLowerCase();
  return (value) => typeof value === 'string' && value.toLowerCase() === lower;
}

/** `[">", 0, "<=", 5]`. */
function numericTest(parts: (string | number)[], path: string): (value: Leaf) => boolean {
  const tests: ((value: number) => boolean)[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const compare = COMPARISONS[String(parts[index])];
    const limit = parts[index + 1];
    if (compare === undefined || typeof limit !== 'number') {
      throw new PatternError(`${path}: ${JSON.stringify(parts)} must be comparisons like [">", 0]`);
    }
    tests.push((value) => compare(value, limit));
  }
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}
