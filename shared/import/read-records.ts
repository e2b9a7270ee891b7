import type * as z from 'zod';
import { linesOf } from './lines.ts';

/** A line that did not go in. */
export interface BadLine {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** Records by key with the line that each stands in, in the order of the file. */
export type Records<T> = Map<string, { readonly record: T; readonly line: number }>;

export function noRecords<T>(): Records<T> {
  return new Map<string, { record: T; line: number }>();
}

interface Source<T> {
  readonly file: string;
  readonly schema: z.ZodType<T>;
  readonly keyOf: (record: T) => string;
}

/**
 * Reads a whole file. A line that repeats an earlier one is passed over, one that contradicts it is bad: the first stands.
 */
export async function readRecords<T>(
  { file, schema, keyOf }: Source<T>,
  report: (bad: BadLine) => void,
  onLine: () => void,
): Promise<Records<T>> {
  const records = noRecords<T>();
  for await (const line of linesOf(file)) {
    onLine();
    const bad = (reason: string): void => report({ file, line: line.number, reason });
    if ('problem' in line) {
      bad(line.problem);
      continue;
    }
    const parsed = parseLine(schema, line.text);
    if ('reason' in parsed) {
      bad(parsed.reason);
      continue;
    }
    const { record } = parsed;
    const key = keyOf(record);
    const first = records.get(key);
    if (first === undefined) records.set(key, { record, line: line.number });
    else if (JSON.stringify(first.record) !== JSON.stringify(record))
      bad(`contradicts line ${first.line} (${key})`);
  }
  return records;
}

function parseLine<T>(
  schema: z.ZodType<T>,
  text: string,
): { readonly record: T } | { readonly reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { reason: `not JSON: ${error instanceof Error ? error.message : 'unreadable'}` };
  }
  const { success, data, error } = schema.safeParse(value);
  if (success) return { record: data };
  const reasons = error.issues.map(({ path, message }) =>
    [path.join('.'), message].filter(Boolean).join(': '),
  );
  return { reason: reasons.join('; ') };
}
