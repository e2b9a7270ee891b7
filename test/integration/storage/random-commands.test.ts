import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cancellationReasons } from '../../../shared/storage/read.ts';
import { inProcessTable } from '../../simulation/table/in-process-table.ts';
import { newTable, startEngine, type TestEngine } from '../../support/engine.ts';
import { commandsOf, type Commands, type Item } from './support/commands.ts';

/** Sequences of commands that are tried on both tables. More of them: `STORAGE_SEQUENCES=5000`. */
const SEQUENCES = Number(process.env['STORAGE_SEQUENCES'] ?? 25);

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(async () => engine.stop());

const key = fc.record({ PK: fc.constantFrom('p', 'q'), SK: fc.constantFrom('a', 'a#', 'b') });
const value = fc.oneof(
  fc.constantFrom(0, 1, 2, '', 'x', true),
  fc.record({ n: fc.constantFrom(0, 1, 'x'), t: fc.constantFrom('x', 'y') }, { requiredKeys: [] }),
  fc.array(fc.constantFrom(0, 1), { maxLength: 2 }),
);
const attributes = fc.record(
  { n: value, m: value, state: fc.record({ version: fc.constantFrom(0, 1) }) },
  { requiredKeys: [] },
);
/** By what can be done with them: DynamoDB refuses a sum of texts before it looks at any item. */
const values = fc.record({
  ':v': value,
  ':w': value,
  ':n': fc.constantFrom(0, 1, 2),
  ':m': fc.constantFrom(2, 3),
  ':t': fc.constantFrom('x', 'y'),
});

const CONDITIONS = [
  'attribute_exists(PK)',
  'attribute_not_exists(PK)',
  'attribute_exists(m.n) AND NOT n = :v',
  'n = :v OR m = :v',
  'n < :n',
  'm.n >= :n AND (m.t = :w OR n <> :w)',
  'n IN (:v, :w)',
  'begins_with(m.t, :t)',
  'm BETWEEN :n AND :m',
];
const UPDATES = [
  'SET n = :v',
  'SET n = :v, m = :w',
  'SET m.n = m.n + :n',
  'SET n = if_not_exists(n, :v), m.t = :w',
  'SET n = n - :n REMOVE m',
  'SET n = m, m = n',
  'SET m = :v ADD n :n',
  'ADD n :n, m.n :m',
  'SET m = :v REMOVE n',
];
const condition = fc.option(fc.constantFrom(...CONDITIONS), { freq: 2 });

/** What the expressions of a command use of the values, in the form of a command's options. */
function options(condition: string | null, all: Item, update = ''): Item {
  const text = `${update} ${condition ?? ''}`;
  const used = Object.fromEntries(Object.entries(all).filter(([name]) => text.includes(name)));
  return {
    ...(condition === null ? {} : { ConditionExpression: condition }),
    ...(Object.keys(used).length === 0 ? {} : { ExpressionAttributeValues: used }),
  };
}

/** One command: its data, so that a failure shows them, and how to send it. */
interface Step {
  readonly data: unknown;
  /** Tokens hold for the whole engine: those of one sequence begin like no others. */
  readonly run: (commands: Commands, sequence: number) => Promise<unknown>;
}

function steps<T>(
  data: fc.Arbitrary<T>,
  run: (commands: Commands, data: T, sequence: number) => Promise<unknown>,
): fc.Arbitrary<Step> {
  return data.map((one) => ({ data: one, run: async (commands, sequence) => run(commands, one, sequence) }));
}

const put = fc.record({ key, attributes, condition, values });
const update = fc.record({ key, update: fc.constantFrom(...UPDATES), condition, values });
const remove = fc.record({ key, condition, values });
const keys = fc.uniqueArray(key, { minLength: 1, maxLength: 4, selector: ({ PK, SK }) => PK + SK });

const single = fc.oneof(
  steps(put, async (to, one) =>
    to.put({ ...one.key, ...one.attributes }, options(one.condition, one.values)),
  ),
  steps(update, async (to, one) =>
    to.update({
      Key: one.key,
      UpdateExpression: one.update,
      ...options(one.condition, one.values, one.update),
    }),
  ),
  steps(remove, async (to, one) => to.remove({ Key: one.key, ...options(one.condition, one.values) })),
);

const transaction = steps(
  fc.record({
    puts: fc.array(put, { maxLength: 2 }),
    updates: fc.array(update, { minLength: 1, maxLength: 2 }),
    removes: fc.array(remove, { maxLength: 1 }),
    token: fc.constantFrom(undefined, 'token-1', 'token-2'),
  }),
  async ({ transact }, { puts, updates, removes, token }, sequence) =>
    transact(
      (TableName) => [
        ...puts.map((one) => ({
          Put: { TableName, Item: { ...one.key, ...one.attributes }, ...options(one.condition, one.values) },
        })),
        ...updates.map((one) => ({
          Update: {
            TableName,
            Key: one.key,
            UpdateExpression: one.update,
            ...options(one.condition, one.values, one.update),
          },
        })),
        ...removes.map((one) => ({
          Delete: { TableName, Key: one.key, ...options(one.condition, one.values) },
        })),
      ],
      token && `${token} of ${sequence}`,
    ),
);

const batch = fc.oneof(
  steps(
    fc.record({ keys, attributes }),
    async ({ batchWrite }, { keys: [first, ...rest], attributes: more }) =>
      batchWrite(
        rest.map((one) => ({ ...one, ...more })),
        first ? [first] : [],
      ),
  ),
  steps(fc.record({ keys, before: fc.constantFrom(0, 1) }), async ({ execute }, { keys: some, before }) =>
    execute(some.map(({ PK, SK }) => ({ Parameters: [{ version: before + 1 }, PK, SK, before] }))),
  ),
);

const range = fc.record({
  PK: fc.constantFrom('p', 'q'),
  from: fc.constantFrom('a', 'a#', 'b'),
  isForward: fc.boolean(),
});

const reading = fc.oneof(
  steps(keys, async ({ batchGet }, some) => byKey(await batchGet(some))),
  steps(keys, async ({ transactGet }, some) => transactGet(some)),
  steps(range, async ({ query }, { PK, from, isForward }) => {
    const { items } = await query({
      KeyConditionExpression: 'PK = :PK AND SK BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':PK': PK, ':from': from, ':to': 'b' },
      ScanIndexForward: isForward,
    });
    return items;
  }),
);

const step = fc.oneof(
  { weight: 3, arbitrary: single },
  { weight: 3, arbitrary: transaction },
  { weight: 1, arbitrary: batch },
  { weight: 1, arbitrary: reading },
);

function nameOfItem({ PK, SK }: Item): string {
  return JSON.stringify([PK, SK]);
}

function byKey(items: readonly Item[]): readonly Item[] {
  return items.toSorted((one, other) => (nameOfItem(one) < nameOfItem(other) ? -1 : 1));
}

async function outcome({ run }: Step, commands: Commands, sequence: number): Promise<unknown> {
  try {
    return { answer: await run(commands, sequence) };
  } catch (error) {
    return { error: nameOf(error), reasons: cancellationReasons(error) };
  }
}

/** What the engine takes and DynamoDB would not, the tests' own client refuses (`test/support/strict.ts`). */
function nameOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return error.message.startsWith('DynamoDB refuses') ? 'ValidationException' : error.name;
}

it('answers random commands as the engine does, and ends with the same items', async () => {
  let count = 0;
  const property = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 12 }), async (sequence) => {
    count += 1;
    const real = commandsOf(await newTable(engine.endpoint));
    const { table } = inProcessTable();
    const simulated = commandsOf(table);
    for (const one of sequence)
      expect(await outcome(one, simulated, count)).toEqual(await outcome(one, real, count));
    expect(byKey((await simulated.scan()).items)).toEqual(byKey((await real.scan()).items));
  });
  await fc.assert(property, { numRuns: SEQUENCES });
}, 600_000);
