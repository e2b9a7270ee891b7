import { invalid } from '../errors.ts';
import { compareTexts, type Value } from '../store/values.ts';
import { type Operand, parseOperand, type Substitutes } from './operand.ts';
import { Tokens } from './tokens.ts';

/** One partition's sort keys between two, inclusive. */
export interface Range {
  readonly PK: string;
  readonly from: string;
  readonly to: string;
}

/** Not less than any sort key. */
const HIGHEST = '\u{10FFFF}'.repeat(256);

type KeyCondition = (given: Substitutes) => Range;

const parsed = new Map<string, KeyCondition>();

/** `PK = :a`, alone or with `AND SK = :b`, `AND SK BETWEEN :b AND :c` or `AND begins_with(SK, :b)`. Throws on others. */
export function rangeOf(text: string, given: Substitutes): Range {
  const condition = parsed.get(text) ?? parse(text);
  parsed.set(text, condition);
  return condition(given);
}

function parse(text: string): KeyCondition {
  const tokens = new Tokens(text);
  tokens.expect('PK');
  tokens.expect('=');
  const PK = parseOperand(tokens);
  const bounds = tokens.take('AND') ? parseBounds(tokens) : () => ({ from: '', to: HIGHEST });
  tokens.end();
  return (given) => ({ PK: keyText(PK, given), ...bounds(given) });
}

function parseBounds(tokens: Tokens): (given: Substitutes) => Omit<Range, 'PK'> {
  if (tokens.take('begins_with')) {
    tokens.expect('(');
    tokens.expect('SK');
    tokens.expect(',');
    const prefix = parseOperand(tokens);
    tokens.expect(')');
    return (given) => {
      const from = keyText(prefix, given);
      return { from, to: `${from}${HIGHEST}` };
    };
  }
  tokens.expect('SK');
  const isEqual = tokens.take('=');
  if (!isEqual) tokens.expect('BETWEEN');
  const from = parseOperand(tokens);
  if (isEqual) return (given) => ({ from: keyText(from, given), to: keyText(from, given) });
  tokens.expect('AND');
  const to = parseOperand(tokens);
  return (given) => checked({ from: keyText(from, given), to: keyText(to, given) });
}

function checked(bounds: Omit<Range, 'PK'>): Omit<Range, 'PK'> {
  if (compareTexts(bounds.from, bounds.to) > 0)
    throw invalid(
      'Invalid KeyConditionExpression: The BETWEEN operator requires upper bound to be greater than or equal to lower bound',
    );
  return bounds;
}

function keyText(operand: Operand, given: Substitutes): string {
  const value: Value | undefined = operand(undefined, given);
  if (typeof value !== 'string' || value === '')
    throw invalid(
      'One or more parameter values are not valid. A condition on a key needs a text that is not empty',
    );
  return value;
}
