import type { Parts } from '../../support/hostile-api.ts';
import { type Known, oddHeaders, oddToken, withToken } from './headers.ts';
import { Questions } from './queries.ts';
import type { Random } from './random.ts';
import { anyText, bitten, oddText, path, placeId } from './texts.ts';
import { jsonOf, Values } from './values.ts';

type Make = (random: Random, known: Known) => Parts;

const JSON_TYPE = { 'content-type': 'application/json' };

function post(random: Random, known: Known, body: string): Parts {
  return { path: '/graphql', headers: { ...JSON_TYPE, ...withToken(random, known) }, body };
}

function question(random: Random, { ids }: Known): ReturnType<Questions['make']> {
  return new Questions(random, ids).make();
}

const METHODS = [
  'GET',
  'POST',
  'HEAD',
  'OPTIONS',
  'PUT',
  'PATCH',
  'DELETE',
  'TRACE',
  'CONNECT',
  'get',
  '',
] as const;

const PATHS = [
  '/graphql',
  '/graphql/',
  '/api/graphql',
  '/api/graphql/',
  '//graphql',
  '/graphql/..',
  '/api/v5/user',
  '/',
  '',
] as const;

/** Bodies that are JSON, and hardly a request. */
function oddBody(random: Random, known: Known): string {
  const value = jsonOf(new Values(random, known.ids).anything());
  const { query, variables } = question(random, known);
  return JSON.stringify(
    random.pick<unknown>([
      value,
      [{ query, variables }],
      { query: value, variables },
      { query, variables: value },
      { query, variables: JSON.stringify(variables) },
      { query, operationName: value },
      { query, extensions: value },
      { query, variables, id: value },
      { query, variables, [oddText(random)]: value },
    ]),
  );
}

function restPath(random: Random, { ids }: Known): string {
  const id = random.pick<() => string>([
    () => path(random),
    () => encodeURIComponent(path(random)),
    () => String(random.below(3_000)),
    () => anyText(random, ids),
    () => encodeURIComponent(anyText(random, ids).toWellFormed()),
    () => bitten(random, placeId(random)),
  ])();
  return `/api/v4/${random.pick(['projects/', 'projects/', 'projects/', 'user', 'version', 'metadata', 'groups/', ''])}${id}`;
}

/** Kinds of requests, each with its share. */
const REQUESTS: Readonly<Record<string, readonly [share: number, make: Make]>> = {
  question: [40, (random, known) => post(random, known, JSON.stringify(question(random, known)))],
  'query with a fault': [
    12,
    (random, known) => {
      const { query, ...rest } = question(random, known);
      return post(random, known, JSON.stringify({ query: bitten(random, query), ...rest }));
    },
  ],
  'body with a fault': [
    8,
    (random, known) => post(random, known, bitten(random, JSON.stringify(question(random, known)))),
  ],
  'odd body': [8, (random, known) => post(random, known, oddBody(random, known))],
  'body in base64': [
    2,
    (random, known) => {
      const text = JSON.stringify(question(random, known));
      const body = random.percent(80) ? Buffer.from(text).toString('base64') : text;
      return { ...post(random, known, body), isBase64Encoded: random.percent(90) };
    },
  ],
  'question by GET': [
    5,
    (random, known) => {
      const { query, variables } = question(random, known);
      const text = new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString();
      const headers = withToken(random, known);
      return {
        method: 'GET',
        path: '/graphql',
        query: random.percent(70) ? text : bitten(random, text),
        headers,
      };
    },
  ],
  'odd headers': [
    5,
    (random, known) => ({
      ...post(random, known, JSON.stringify(question(random, known))),
      headers: oddHeaders(random, known),
    }),
  ],
  'odd method or path': [
    3,
    (random, known) => ({
      ...post(random, known, JSON.stringify(question(random, known))),
      method: random.pick(METHODS),
      path: random.pick(PATHS),
      query: random.percent(50) ? oddText(random) : '',
    }),
  ],
  'odd token': [
    6,
    (random, known) => {
      const token = oddToken(random, known);
      const headers = random.percent(50) ? { authorization: `Bearer ${token}` } : { 'private-token': token };
      const rest = { headers: { ...JSON_TYPE, ...headers } };
      if (random.percent(20)) return { method: 'GET', path: '/api/v4/user', ...rest };
      return { path: '/graphql', body: '{"query":"{ currentUser { id } }"}', ...rest };
    },
  ],
  REST: [
    6,
    (random, known) => ({
      method: random.percent(95) ? 'GET' : random.pick(METHODS),
      path: restPath(random, known),
      headers: random.percent(90) ? withToken(random, known) : oddHeaders(random, known),
    }),
  ],
};

const KINDS = Object.entries(REQUESTS).flatMap(([kind, [share, make]]) =>
  Array.from({ length: share }, () => ({ kind, make })),
);

/** A request of any kind. */
export function anyRequest(random: Random, known: Known): { readonly kind: string; readonly parts: Parts } {
  const { kind, make } = random.pick(KINDS);
  return { kind, parts: make(random, known) };
}
