import { areEqual, compareTexts, type Value } from '../store/values.ts';
import {
  namesOf,
  type Operand,
  parseOperand,
  parsePath,
  readPath,
  type Subject,
  type Substitutes,
} from './operand.ts';
import { Tokens } from './tokens.ts';

export type Condition = (subject: Subject, given: Substitutes) => boolean;

const parsed = new Map<string, Condition>();

/** A condition or filter. Throws on whatever is not of the grammar that the product uses. */
export function conditionOf(text: string): Condition {
  const known = parsed.get(text);
  if (known) return known;
  const tokens = new Tokens(text);
  const condition = parseOr(tokens);
  tokens.end();
  parsed.set(text, condition);
  return condition;
}

// Every part is evaluated, so that one that is wrong is found whatever the others say.
function parseOr(tokens: Tokens): Condition {
  const parts = [parseAnd(tokens)];
  while (tokens.take('OR')) parts.push(parseAnd(tokens));
  return (subject, given) => parts.map((part) => part(subject, given)).includes(true);
}

function parseAnd(tokens: Tokens): Condition {
  const parts = [parseNot(tokens)];
  while (tokens.take('AND')) parts.push(parseNot(tokens));
  return (subject, given) => !parts.map((part) => part(subject, given)).includes(false);
}

function parseNot(tokens: Tokens): Condition {
  if (tokens.take('NOT')) {
    const refused = parseNot(tokens);
    return (subject, given) => !refused(subject, given);
  }
  if (tokens.take('(')) {
    const inner = parseOr(tokens);
    tokens.expect(')');
    return inner;
  }
  return tokens.peek(1) === '(' && tokens.peek()?.toUpperCase() !== 'IN'
    ? parseFunction(tokens)
    : parseComparison(tokens);
}

function parseFunction(tokens: Tokens): Condition {
  const name = tokens.next();
  tokens.expect('(');
  const path = parsePath(tokens);
  const read: Operand = (subject, given) => readPath(subject, namesOf(path, given));
  const condition = functionOf(name, read, tokens);
  tokens.expect(')');
  return condition;
}

function functionOf(name: string, read: Operand, tokens: Tokens): Condition {
  if (name === 'attribute_exists') return (subject, given) => read(subject, given) !== undefined;
  if (name === 'attribute_not_exists') return (subject, given) => read(subject, given) === undefined;
  if (name !== 'begins_with') throw tokens.unknown();
  tokens.expect(',');
  const prefix = parseOperand(tokens);
  return (subject, given) => {
    const [text, start] = [read(subject, given), prefix(subject, given)];
    return typeof text === 'string' && typeof start === 'string' && text.startsWith(start);
  };
}

function parseComparison(tokens: Tokens): Condition {
  const left = parseOperand(tokens);
  if (tokens.take('BETWEEN')) {
    const from = parseOperand(tokens);
    tokens.expect('AND');
    const to = parseOperand(tokens);
    return (subject, given) => {
      const value = left(subject, given);
      const [low, high] = [order(value, from(subject, given)), order(value, to(subject, given))];
      return low !== undefined && high !== undefined && low >= 0 && high <= 0;
    };
  }
  if (tokens.take('IN')) {
    const choices = parseList(tokens);
    return (subject, given) => {
      const value = left(subject, given);
      return choices.map((choice) => isSame(value, choice(subject, given))).includes(true);
    };
  }
  const holds = COMPARATORS.get(tokens.peek() ?? '');
  if (!holds) throw tokens.unknown();
  tokens.next();
  const right = parseOperand(tokens);
  return (subject, given) => holds(left(subject, given), right(subject, given));
}

function parseList(tokens: Tokens): readonly Operand[] {
  tokens.expect('(');
  const operands = [parseOperand(tokens)];
  while (tokens.take(',')) operands.push(parseOperand(tokens));
  tokens.expect(')');
  return operands;
}

type Comparator = (left: Value | undefined, right: Value | undefined) => boolean;

/** What is not there is unequal to everything, and neither less nor more than anything. */
const COMPARATORS: ReadonlyMap<string, Comparator> = new Map<string, Comparator>([
  ['=', isSame],
  ['<>', (left, right) => !isSame(left, right)],
  ['<', (left, right) => (order(left, right) ?? 1) < 0],
  ['<=', (left, right) => (order(left, right) ?? 1) <= 0],
  ['>', (left, right) => (order(left, right) ?? -1) > 0],
  ['>=', (left, right) => (order(left, right) ?? -1) >= 0],
]);

function isSame(left: Value | undefined, right: Value | undefined): boolean {
  return left !== undefined && right !== undefined && areEqual(left, right);
}

function order(left: Value | undefined, right: Value | undefined): number | undefined {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  return undefined;
}
