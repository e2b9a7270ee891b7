import * as z from 'zod';
import { invalid } from '../errors.ts';
import { copyAttributes } from '../store/values.ts';
import type { Substitutes } from './operand.ts';

/** The fields of a command that say what stands for names and values in its expressions. */
export const substitutesShape = {
  ExpressionAttributeNames: z.optional(z.record(z.string(), z.string())),
  ExpressionAttributeValues: z.optional(z.record(z.string(), z.unknown())),
};

interface Given {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined;
  readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>> | undefined;
}

const NONE: Substitutes = { names: {}, values: {} };

/** What stands for names and values in these expressions. Throws if it says too much or nothing at all, as DynamoDB does. */
export function substitutesOf(given: Given, expressions: readonly (string | undefined)[]): Substitutes {
  const { ExpressionAttributeNames: names, ExpressionAttributeValues: values } = given;
  if (names === undefined && values === undefined) return NONE;
  const used = new Set(expressions.flatMap((text) => [...(text === undefined ? [] : placeholders(text))]));
  check('ExpressionAttributeNames', names, used);
  check('ExpressionAttributeValues', values, used);
  return { names: { ...names }, values: copyAttributes(values ?? {}) };
}

function check(field: string, given: object | undefined, used: ReadonlySet<string>): void {
  if (given === undefined) return;
  const names = Object.keys(given);
  if (names.length === 0) throw invalid(`${field} must not be empty`);
  const unused = names.filter((name) => !used.has(name));
  if (unused.length > 0)
    throw invalid(`Value provided in ${field} unused in expressions: keys: {${unused.join(', ')}}`);
}

const known = new Map<string, ReadonlySet<string>>();

function placeholders(text: string): ReadonlySet<string> {
  const found = known.get(text) ?? new Set(text.match(/[#:][A-Za-z0-9_]+/g));
  known.set(text, found);
  return found;
}
