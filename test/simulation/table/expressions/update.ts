import { invalid } from '../errors.ts';
import { type Attributes, isMap, type StoredItem, type Value } from '../store/values.ts';
import {
  namesOf,
  type Operand,
  parseOperand,
  parsePath,
  type Path,
  readPath,
  type Substitutes,
} from './operand.ts';
import { Tokens } from './tokens.ts';

/** The item after an update, or DynamoDB's words for why its content does not allow it. */
export type Updated = { readonly after: StoredItem } | { readonly refused: string };

/** One path and what it gets; undefined takes it away. Throws `Unfit`. */
interface Step {
  readonly path: Path;
  readonly value: Operand;
}

class Unfit extends Error {}

const NO_NUMBER = 'An operand in the update expression has an incorrect data type';
const NO_ATTRIBUTE = 'The provided expression refers to an attribute that does not exist in the item';
const NO_PARENT = 'The document path provided in the update expression is invalid for update';

const parsed = new Map<string, readonly Step[]>();

/** Evaluates an update over an item (for an absent one: its key). Throws on whatever is not of the grammar in use. */
export function updateItem(text: string, item: StoredItem, given: Substitutes): Updated {
  const steps = stepsOf(text).map(({ path, value }) => ({ names: namesOf(path, given), value }));
  checkPaths(steps.map(({ names }) => names));
  try {
    let after: Attributes = item;
    // Every operand sees the item as it was.
    for (const { names, value } of steps) after = withPath(after, names, value(item, given));
    return { after: { ...after, PK: item.PK, SK: item.SK } };
  } catch (error) {
    if (error instanceof Unfit) return { refused: error.message };
    throw error;
  }
}

function checkPaths(paths: readonly (readonly string[])[]): void {
  for (const [index, path] of paths.entries()) {
    const [first = ''] = path;
    if (first === 'PK' || first === 'SK')
      throw invalid(
        `One or more parameter values were invalid: Cannot update attribute ${first}. This attribute is part of the key`,
      );
    const overlaps = paths
      .slice(index + 1)
      .some((other) => path.every((name, depth) => depth >= other.length || other[depth] === name));
    if (overlaps)
      throw invalid(
        'Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths',
      );
  }
}

function withPath(
  map: Attributes,
  [name = '', ...rest]: readonly string[],
  value: Value | undefined,
): Attributes {
  if (rest.length === 0) {
    const { [name]: replaced, ...others } = map;
    return value === undefined ? others : { ...others, [name]: value };
  }
  const inner = map[name];
  if (!isMap(inner)) throw new Unfit(NO_PARENT);
  return { ...map, [name]: withPath(inner, rest, value) };
}

function stepsOf(text: string): readonly Step[] {
  const known = parsed.get(text);
  if (known) return known;
  const tokens = new Tokens(text);
  const steps: Step[] = [];
  const clauses = new Set<string>();
  do {
    const clause = tokens.next().toUpperCase();
    const parse = CLAUSES.get(clause);
    if (!parse || clauses.has(clause)) throw tokens.unknown();
    clauses.add(clause);
    do steps.push(parse(tokens));
    while (tokens.take(','));
  } while (tokens.peek() !== undefined);
  parsed.set(text, steps);
  return steps;
}

const CLAUSES: ReadonlyMap<string, (tokens: Tokens) => Step> = new Map([
  ['SET', parseSet],
  ['REMOVE', (tokens) => ({ path: parsePath(tokens), value: () => undefined })],
  ['ADD', parseAdd],
]);

function parseSet(tokens: Tokens): Step {
  const path = parsePath(tokens);
  tokens.expect('=');
  const left = parseSource(tokens);
  const sign = tokens.take('+') ? 1 : tokens.take('-') ? -1 : undefined;
  if (sign === undefined) return { path, value: (item, given) => present(left(item, given)) };
  const right = parseSource(tokens);
  return {
    path,
    value: (item, given) => numeric(present(left(item, given))) + sign * numeric(present(right(item, given))),
  };
}

function parseSource(tokens: Tokens): Operand {
  if (tokens.peek(1) !== '(') return parseOperand(tokens);
  if (!tokens.take('if_not_exists')) throw tokens.unknown();
  tokens.expect('(');
  const path = parsePath(tokens);
  tokens.expect(',');
  const otherwise = parseOperand(tokens);
  tokens.expect(')');
  return (item, given) => readPath(item, namesOf(path, given)) ?? otherwise(item, given);
}

function parseAdd(tokens: Tokens): Step {
  const path = parsePath(tokens);
  if (!tokens.peek()?.startsWith(':')) throw tokens.unknown();
  const amount = parseOperand(tokens);
  return {
    path,
    value: (item, given) => {
      const before = readPath(item, namesOf(path, given));
      return (before === undefined ? 0 : numeric(before)) + numeric(present(amount(item, given)));
    },
  };
}

function present(value: Value | undefined): Value {
  if (value === undefined) throw new Unfit(NO_ATTRIBUTE);
  return value;
}

function numeric(value: Value): number {
  if (typeof value !== 'number') throw new Unfit(NO_NUMBER);
  return value;
}
