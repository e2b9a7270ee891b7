import type { MalformedBatch, MutationBatch, MutationCell } from '../cells/cell.ts';
import { GRAPHQL_HEADERS, MESSAGES, seenIn } from './answers.ts';
import type { Identity } from '../world/identities.ts';
import type { Asker, Matrix } from './matrix.ts';

/** Where a test can take back what a request did. */
export type Undo = () => void;

const aliasOf = (index: number): string => `c${String(index).padStart(2, '0')}`;

function documentOf(cells: readonly MutationCell[], { declared = '' }: MutationBatch): string {
  const lines = cells.map(({ field }, index) => `${aliasOf(index)}: ${field} { errors }`);
  return `mutation${declared} {\n${lines.join('\n')}\n}`;
}

/** Tries a batch on everybody. Without `undo` only what has to be refused is tried. */
export async function tryMutations(
  matrix: Matrix,
  batch: MutationBatch,
  askers: readonly Asker[],
  undo: Undo | undefined,
): Promise<void> {
  for (const asker of askers) {
    const { who } = asker;
    if (who.credential === 'REFUSED') await tryRefused(matrix, asker, batch);
    else if (who.credential === 'READ_API') await tryReader(matrix, asker, batch);
    else {
      const isRefused = ({ expected }: MutationCell): boolean => typeof expected(who) === 'string';
      await tryCells(matrix, asker, batch, batch.cells.filter(isRefused));
      if (undo)
        await tryCells(
          matrix,
          asker,
          batch,
          batch.cells.filter((cell) => !isRefused(cell)),

          undo,
        );
    }
  }
}

/** The whole answer, or where it is another each cell by its part of it; and of what is refused, that nothing was written. */
async function tryCells(
  matrix: Matrix,
  asker: Asker,
  batch: MutationBatch,
  cells: readonly MutationCell[],
  undo?: Undo,
): Promise<void> {
  if (cells.length === 0) return;
  const { who } = asker;
  const query = documentOf(cells, batch);
  const ask = async (): ReturnType<Matrix['ask']> => matrix.ask(asker, { query, variables: batch.variables });
  const what = `${who.name}, ${batch.name}`;
  const answer = undo ? await ask() : await matrix.untouched(what, ask);
  undo?.();
  matrix.same(`${what}: status`, answer.status, 200);
  matrix.same(`${what}: headers`, answer.headers, GRAPHQL_HEADERS);
  if (answer.text === wholeBody(cells, who)) {
    matrix.cells += cells.length;
    return;
  }
  const { data, errors } = seenIn(answer);
  let refused = 0;
  for (const [index, cell] of cells.entries()) {
    const name = aliasOf(index);
    const expected = cell.expected(who);
    const cellName = `${what}, ${cell.name}`;
    matrix.cells += 1;
    if (typeof expected !== 'string') {
      matrix.same(cellName, data?.[name] ?? errors, expected);
      continue;
    }
    const error = errors[refused];
    refused += 1;
    const [message, code] = MESSAGES[expected];
    const seen = {
      data: data?.[name],
      message: error?.message,
      code: error?.extensions.code,
      path: error?.path,
    };
    matrix.same(cellName, seen, { data: null, message: message ?? seen.message, code, path: [name] });
    matrix.same(`${cellName}: place`, error?.locations, [{ line: index + 2, column: 1 }]);
  }
  matrix.same(`${what}: errors`, errors.length, refused);
}

/**
 * The whole answer to the byte, which is the same for what is foreign, absent, deleted or forbidden. Undefined where a
 * message says more than is known here.
 */
function wholeBody(cells: readonly MutationCell[], who: Identity): string | undefined {
  const data: Record<string, unknown> = {};
  const errors: unknown[] = [];
  for (const [index, cell] of cells.entries()) {
    const name = aliasOf(index);
    const expected = cell.expected(who);
    data[name] = typeof expected === 'string' ? null : expected;
    if (typeof expected !== 'string') continue;
    const [message, code] = MESSAGES[expected];
    if (message === undefined) return undefined;
    errors.push({ message, locations: [{ line: index + 2, column: 1 }], path: [name], extensions: { code } });
  }
  return JSON.stringify(errors.length > 0 ? { errors, data } : { data });
}

/** It is not known who asks: 401, and nothing is even read but a personal token. */
async function tryRefused(matrix: Matrix, asker: Asker, batch: MutationBatch): Promise<void> {
  const { name } = asker.who;
  const query = documentOf(batch.cells, batch);
  const answer = await matrix.untouched(name, async () => matrix.ask(asker, { query }));
  expectUnauthenticated(matrix, asker, answer);
  matrix.cells += batch.cells.length;
}

export function expectUnauthenticated(
  matrix: Matrix,
  { who: { name } }: Asker,
  answer: Awaited<ReturnType<Matrix['ask']>>,
): void {
  const reads = matrix.table.commands.filter(
    (command) => !name.includes('personal token') || command !== 'GetCommand',
  );
  matrix.same(`${name}: reads`, reads, []);
  const { 'www-authenticate': challenge, ...headers } = answer.headers;
  matrix.same(`${name}: status`, answer.status, 401);
  matrix.same(`${name}: challenge`, String(challenge).slice(0, 6), 'Bearer');
  matrix.same(`${name}: headers`, headers, GRAPHQL_HEADERS);
  const { data, errors } = seenIn(answer);
  matrix.same(`${name}: data`, data ?? 'none', 'none');
  matrix.same(
    `${name}: code`,
    errors.map(({ extensions }) => extensions.code),
    ['UNAUTHENTICATED'],
  );
}

const READ_ONLY = {
  errors: [
    {
      message: 'A mutation needs a token with the scope api; this one has only read_api',
      extensions: { code: 'FORBIDDEN' },
    },
  ],
};

async function tryReader(matrix: Matrix, asker: Asker, batch: MutationBatch): Promise<void> {
  const query = documentOf(batch.cells, batch);
  const what = `${asker.who.name}, ${batch.name}`;
  const ask = async (): ReturnType<Matrix['ask']> => matrix.ask(asker, { query, variables: batch.variables });
  const answer = await matrix.untouched(what, ask);
  matrix.same(what, answer.text, JSON.stringify(READ_ONLY));
  matrix.same(`${what}: headers`, answer.headers, GRAPHQL_HEADERS);
  matrix.cells += batch.cells.length;
}

/** What is no id is said before it is asked who may do what, to everybody whose token is good in the same bytes. */
export async function tryMalformed(
  matrix: Matrix,
  batch: MalformedBatch,
  askers: readonly Asker[],
): Promise<void> {
  const query = documentOf(batch.cells, batch);
  let first: string | undefined;
  for (const asker of askers) {
    if (asker.who.credential === 'REFUSED') {
      await tryRefused(matrix, asker, batch);
      continue;
    }
    const what = `${asker.who.name}, ${batch.name}`;
    const answer = await matrix.untouched(what, async () => matrix.ask(asker, { query }));
    first ??= answer.text;
    matrix.same(`${what}: bytes`, answer.text, first);
    matrix.cells += batch.cells.length;
  }
  const { data, errors } = seenIn({ status: 200, headers: {}, text: first ?? '{}' });
  matrix.same(`${batch.name}: data`, data ?? 'none', 'none');
  const seen = errors.map(({ message, locations, extensions }) => [
    locations?.[0]?.line,
    extensions.code,
    /"input\.([^"]*)"/.exec(message)?.[1],
  ]);
  matrix.same(
    `${batch.name}: an error for each`,
    seen,
    batch.cells.map(({ argument }, index) => [index + 2, 'BAD_USER_INPUT', argument]),
  );
}
