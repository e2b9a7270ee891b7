import * as z from 'zod';

/** A command of the same kind for one item of a batch. */
export interface Part {
  readonly commandName: string;
  readonly input: unknown;
}

/**
 * A batch is no atomic step in DynamoDB: what it does to one item it does apart from the others. Answers the parts that
 * it is made of, in their order, and the command itself where it is one step. The answers of parts go together by `join`.
 */
export function split(commandName: string, input: unknown): readonly Part[] {
  const parts = SPLITS.get(commandName)?.(input) ?? [];
  return parts.length < 2 ? [{ commandName, input }] : parts.map((part) => ({ commandName, input: part }));
}

/** The answer to a batch, made of the answers to its parts in their order; to a single part: as it is. */
export function join(answers: readonly Readonly<Record<string, unknown>>[]): Record<string, unknown> {
  const joined: Record<string, unknown> = {};
  for (const answer of answers)
    for (const [field, value] of Object.entries(answer)) joined[field] = together(joined[field], value);
  return joined;
}

/** Lists one after the other, maps field by field. */
function together(one: unknown, other: unknown): unknown {
  if (one === undefined) return other;
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
  const [left, right] = [fields.safeParse(one).data, fields.safeParse(other).data];
  if (left && right && !Array.isArray(one)) return join([left, right]);
  return one;
}

/**
 * The answer to a part that the table had no capacity for, or that met a transaction: `UnprocessedKeys` or
 * `UnprocessedItems` for a part of a batch, an error of its own for a statement.
 */
export function refusedPart(
  { commandName, input }: Part,
  Code: 'ThrottlingError' | 'TransactionConflict',
): Record<string, unknown> {
  switch (commandName) {
    case 'BatchGetItemCommand':
      return { Responses: {}, UnprocessedKeys: batch.parse(input).RequestItems };
    case 'BatchWriteItemCommand':
      return { UnprocessedItems: batch.parse(input).RequestItems };
    case 'BatchExecuteStatementCommand':
      return { Responses: [{ Error: { Code, Message: 'refused by the simulation' } }] };
    default:
      throw new Error(`${commandName} has no parts`);
  }
}

const fields = z.record(z.string(), z.unknown());
const batch = z.object({ RequestItems: fields });
const batchGet = z.object({
  RequestItems: z.record(z.string(), z.looseObject({ Keys: z.array(z.unknown()) })),
});
const batchWrite = z.object({ RequestItems: z.record(z.string(), z.array(z.unknown())) });
const batchExecute = z.object({ Statements: z.array(z.unknown()) });

const SPLITS: ReadonlyMap<string, (input: unknown) => readonly unknown[]> = new Map<
  string,
  (input: unknown) => readonly unknown[]
>([
  [
    'BatchGetItemCommand',
    (input) =>
      Object.entries(batchGet.parse(input).RequestItems).flatMap(([table, { Keys, ...options }]) =>
        Keys.map((key) => ({ RequestItems: { [table]: { Keys: [key], ...options } } })),
      ),
  ],
  [
    'BatchWriteItemCommand',
    (input) =>
      Object.entries(batchWrite.parse(input).RequestItems).flatMap(([table, requests]) =>
        requests.map((request) => ({ RequestItems: { [table]: [request] } })),
      ),
  ],
  [
    'BatchExecuteStatementCommand',
    (input) => batchExecute.parse(input).Statements.map((statement) => ({ Statements: [statement] })),
  ],
]);
