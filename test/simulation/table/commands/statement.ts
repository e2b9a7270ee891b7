import * as z from 'zod';
import { CONDITION_FAILED, invalid } from '../errors.ts';
import { type Attributes, copyIn, type Key } from '../store/values.ts';
import type { Store } from '../store/store.ts';
import { readPath } from '../expressions/operand.ts';
import { checkKey, isTooLarge } from './shapes.ts';

/** The one form of statement in use, with its condition or, in a product without that guard, without. */
const UPDATE =
  /^UPDATE "([^"]+)" SET "([^"]+)"=\? WHERE "PK"=\? AND "SK"=\?(?: AND "([^"]+)"\."([^"]+)"=\?)?$/;

const statementShape = z.strictObject({ Statement: z.string(), Parameters: z.array(z.unknown()) });
const shape = z.strictObject({ Statements: z.array(statementShape) });

/** How many statements one `BatchExecuteStatement` takes. */
const BATCH = 25;

interface Update {
  readonly TableName: string;
  readonly key: Key;
  readonly attribute: string;
  readonly value: ReturnType<typeof copyIn>;
  readonly condition:
    { readonly path: readonly string[]; readonly value: ReturnType<typeof copyIn> } | undefined;
}

/** Statements in their order, each by itself: who wants something to happen between them asks for each by itself. */
export function batchExecute(store: Store, input: unknown): Record<string, unknown> {
  const { Statements } = shape.parse(input);
  if (Statements.length === 0 || Statements.length > BATCH)
    throw invalid(`Member must have length between 1 and ${BATCH}`);
  return { Responses: Statements.map(readUpdate).map((update) => execute(store, update)) };
}

/** Throws on any statement of another form. */
export function readUpdate({ Statement, Parameters }: z.infer<typeof statementShape>): Update {
  const [, TableName, attribute, outer, inner] = UPDATE.exec(Statement) ?? [];
  if (TableName === undefined || attribute === undefined)
    throw new Error(`the in-process table does not know the statement: ${Statement}`);
  const [value, PK, SK, expected, ...more] = Parameters.map(copyIn);
  const isConditional = outer !== undefined && inner !== undefined;
  if (value === undefined || (expected === undefined) === isConditional || more.length > 0)
    throw invalid("Number of parameters in request and statement don't match.");
  if (typeof PK !== 'string' || typeof SK !== 'string')
    throw invalid('The statement has no key of two texts');
  const key = { PK, SK };
  checkKey(key);
  const condition =
    isConditional && expected !== undefined ? { path: [outer, inner], value: expected } : undefined;
  return { TableName, key, attribute, value, condition };
}

function execute(store: Store, { TableName, key, attribute, value, condition }: Update): Attributes {
  const item = store.get(key);
  if (item === undefined || (condition && readPath(item, condition.path) !== condition.value))
    return { Error: { Code: 'ConditionalCheckFailed', Message: CONDITION_FAILED } };
  const after = { ...item, [attribute]: value };
  if (isTooLarge(after))
    return {
      Error: {
        Code: 'ValidationError',
        Message: 'Item size to update has exceeded the maximum allowed size',
      },
    };
  store.write([{ key, after }]);
  return { TableName };
}
