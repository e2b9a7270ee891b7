import { sees } from '../oracle.ts';
import { PLACE_NAMES, pathOf, placeOf, PLACES } from '../world/tree.ts';
import type { Raw } from '../../support/hostile-api.ts';
import { HEADERS } from './answers.ts';
import type { Asker, Matrix } from './matrix.ts';

const REST_HEADERS = { ...HEADERS, 'content-type': 'application/json' };

/** A route, with the members that the answer has to have; undefined where nothing is to be found. */
interface Route {
  readonly path: string;
  readonly expected: (asker: Asker) => Readonly<Record<string, unknown>> | undefined;
}

const PROJECTS: readonly Route[] = PLACE_NAMES.filter((name) => placeOf(name).kind === 'Project').flatMap(
  (name) => {
    const { id } = PLACES[name];
    const path_with_namespace = pathOf(name);
    const expected: Route['expected'] = ({ who }) =>
      sees(who, name) ? { id, path_with_namespace } : undefined;
    return [String(id), path_with_namespace, encodeURIComponent(path_with_namespace)].map((project) => ({
      path: `projects/${project}`,
      expected,
    }));
  },
);

/** No project: of a group, of nothing, and of what is no id. */
const NO_PROJECTS: readonly Route[] = [
  String(PLACES.root.id),
  pathOf('root'),
  '0',
  '-1',
  '1e3',
  '01404',
  '99999999999999999999',
  '%',
  '..%2F..%2Fuser',
  'PROJECT%231021',
].map((project) => ({ path: `projects/${project}`, expected: () => undefined }));

const OTHERS: readonly Route[] = [
  { path: 'user', expected: ({ who }) => ({ username: who.user }) },
  { path: 'version', expected: () => ({ enterprise: true }) },
  { path: 'metadata', expected: () => ({ enterprise: true }) },
];

export async function tryRest(matrix: Matrix): Promise<void> {
  for (const { path, expected } of [...PROJECTS, ...NO_PROJECTS, ...OTHERS])
    for (const asker of matrix.askers) {
      const { who, headers } = asker;
      const what = `${who.name}, ${path}`;
      const parts = { method: 'GET', path: `/api/v4/${path}`, headers };
      const answer = await matrix.untouched(what, async () => matrix.api.send(parts));
      matrix.cells += 1;
      if (who.credential === 'REFUSED') expectUnauthorised(matrix, asker, answer);
      else expectRoute(matrix, what, answer, expected(asker));
    }
}

function expectRoute(
  matrix: Matrix,
  what: string,
  answer: Raw,
  expected: ReturnType<Route['expected']>,
): void {
  matrix.same(`${what}: headers`, answer.headers, REST_HEADERS);
  matrix.same(`${what}: status`, answer.status, expected ? 200 : 404);
  if (!expected) {
    matrix.same(what, answer.text, '{"message":"404 Project Not Found"}');
    return;
  }
  const body: unknown = JSON.parse(answer.text);
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  matrix.same(what, Object.fromEntries(entries.filter(([name]) => name in expected)), expected);
}

function expectUnauthorised(matrix: Matrix, { who: { name } }: Asker, answer: Raw): void {
  const { 'www-authenticate': challenge, ...headers } = answer.headers;
  matrix.same(`${name}: status`, [answer.status, String(challenge).slice(0, 6)], [401, 'Bearer']);
  matrix.same(`${name}: headers`, headers, REST_HEADERS);
  matrix.same(`${name}: body`, answer.text, '{"message":"401 Unauthorized"}');
}
