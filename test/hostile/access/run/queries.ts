import type { QueryCell } from '../cells/queries.ts';
import { GRAPHQL_HEADERS, MESSAGES, seenIn } from './answers.ts';
import type { Matrix } from './matrix.ts';
import { expectUnauthenticated } from './mutations.ts';

const aliasOf = (index: number): string => `q${String(index).padStart(2, '0')}`;

/** Asks everybody's questions in one request: all that is said has to be what the oracle says, and nothing is written. */
export async function tryQueries(matrix: Matrix, cells: readonly QueryCell[]): Promise<void> {
  const query = `{\n${cells.map(({ field }, index) => `${aliasOf(index)}: ${field}`).join('\n')}\n}`;
  for (const asker of matrix.askers) {
    const { who } = asker;
    const answer = await matrix.untouched(who.name, async () => matrix.ask(asker, { query }));
    matrix.cells += cells.length;
    if (who.credential === 'REFUSED') {
      expectUnauthenticated(matrix, asker, answer);
      continue;
    }
    const { data, errors } = seenIn(answer);
    matrix.same(`${who.name}: headers`, answer.headers, GRAPHQL_HEADERS);
    for (const [index, { name, expected }] of cells.entries()) {
      const alias = aliasOf(index);
      const reply = expected(who);
      const what = `${who.name}, ${name}`;
      matrix.same(what, data?.[alias], reply.data);
      const seen = errors.filter(({ path }) => path?.[0] === alias);
      const codes = seen.map(({ path, extensions }) => [path?.slice(1).join('.'), extensions.code]);
      matrix.same(`${what}: errors`, Object.fromEntries(codes), reply.errors);
    }
    const count = cells.reduce((sum, { expected }) => sum + Object.keys(expected(who).errors).length, 0);
    matrix.same(`${who.name}: errors`, errors.length, count);
  }
}

/** Questions whose answer cannot be null: one that is refused makes all of it null, in the same bytes whatever it is about. */
export async function tryWhole(matrix: Matrix, cells: readonly QueryCell[]): Promise<void> {
  const [message, code] = MESSAGES.NO_ACCESS;
  const refused = JSON.stringify({
    errors: [{ message, locations: [{ line: 1, column: 3 }], path: ['it'], extensions: { code } }],
    data: null,
  });
  for (const { name, field, expected } of cells) {
    const query = `{ it: ${field} }`;
    for (const asker of matrix.askers) {
      const what = `${asker.who.name}, ${name}`;
      const answer = await matrix.untouched(what, async () => matrix.ask(asker, { query }));
      matrix.cells += 1;
      if (asker.who.credential === 'REFUSED') {
        expectUnauthenticated(matrix, asker, answer);
        continue;
      }
      const { data } = expected(asker.who);
      matrix.same(what, answer.text, data === undefined ? refused : JSON.stringify({ data: { it: data } }));
      matrix.same(`${what}: status`, [answer.status, answer.headers], [200, GRAPHQL_HEADERS]);
    }
  }
}
