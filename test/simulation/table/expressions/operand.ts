import { invalid } from '../errors.ts';
import { type Attributes, isMap, type Value } from '../store/values.ts';
import type { Tokens } from './tokens.ts';

/** What stands in an expression for names and values. */
export interface Substitutes {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Attributes;
}

/** What an expression is evaluated over; undefined where there is no item. */
export type Subject = Attributes | undefined;

export type Operand = (subject: Subject, given: Substitutes) => Value | undefined;

/** Names of attributes, from the outermost in; `#name` stands for one that is given apart. */
export type Path = readonly string[];

const WORD = /^#?[A-Za-z0-9_]+$/;

export function parsePath(tokens: Tokens): Path {
  const path: string[] = [];
  do {
    if (!WORD.test(tokens.peek() ?? '')) throw tokens.unknown();
    path.push(tokens.next());
  } while (tokens.take('.'));
  return path;
}

/** A path or a value. */
export function parseOperand(tokens: Tokens): Operand {
  const name = tokens.peek();
  if (name?.startsWith(':')) {
    tokens.next();
    return (_, given) => valueOf(name, given);
  }
  const path = parsePath(tokens);
  return (subject, given) => readPath(subject, namesOf(path, given));
}

function valueOf(name: string, { values }: Substitutes): Value {
  const value = values[name];
  if (value === undefined)
    throw invalid(
      `An expression attribute value used in expression is not defined; attribute value: ${name}`,
    );
  return value;
}

export function namesOf(path: Path, { names }: Substitutes): readonly string[] {
  return path.map((name) => {
    if (!name.startsWith('#')) return name;
    const real = names[name];
    if (real === undefined)
      throw invalid(
        `An expression attribute name used in the document path is not defined; attribute name: ${name}`,
      );
    return real;
  });
}

export function readPath(subject: Subject, names: readonly string[]): Value | undefined {
  let value: Value | undefined = subject;
  for (const name of names) {
    if (!isMap(value)) return undefined;
    value = Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}
