import type { OperationIds } from '../../access/world/build.ts';
import type { Random } from './random.ts';
import { bitten, oddText } from './texts.ts';

/** Tokens that are good, by which the caller is known. */
export interface Known {
  readonly tokens: readonly string[];
  readonly ids: OperationIds;
}

export function withToken(random: Random, { tokens }: Known): Readonly<Record<string, string>> {
  const token = random.pick(tokens);
  return random.percent(50) ? { authorization: `Bearer ${token}` } : { 'private-token': token };
}

const TYPES = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/graphql',
  'APPLICATION/JSON,text/html',
  '',
] as const;

const ACCEPTS = [
  '*/*',
  'application/json',
  'application/graphql-response+json',
  'text/html',
  'text/event-stream',
  'multipart/mixed',
  'application/json;q=0',
  ',,,',
  '',
] as const;

/** A good token to which something was done, or none. */
export function oddToken(random: Random, { tokens }: Known): string {
  const token = random.pick(tokens);
  const parts = token.split('.');
  const at = random.below(parts.length);
  const encoded = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const replaced = (index: number, by: string): string =>
    parts.map((part, position) => (position === index ? by : part)).join('.');
  return random.pick<() => string>([
    () => bitten(random, token),
    () => replaced(at, ''),
    () => replaced(at, bitten(random, parts[at] ?? '')),
    () =>
      replaced(
        0,
        encoded({
          alg: random.pick(['none', 'HS256', 'RS512', 'ES256', '', 'dir', 'PBES2-HS256+A128KW']),
          kid: 'first',
        }),
      ),
    () =>
      replaced(
        0,
        encoded({
          alg: 'RS256',
          kid: oddText(random),
          jwk: {},
          x5u: 'http://127.0.0.1:1/',
          crit: ['b64'],
          b64: false,
        }),
      ),
    () => replaced(0, encoded(random.pick<unknown>([null, [], 1, 'x', {}]))),
    () => replaced(1, encoded({ sub: 'owner', exp: 9_999_999_999 })),
    () => [...parts, ...parts].join('.'),
    () => `${token} ${token}`,
    () => 'a'.repeat(1 + random.below(20_000)),
    () => `spat-${oddText(random)}`,
    () => oddText(random),
  ])();
}

export function oddHeaders(random: Random, known: Known): Readonly<Record<string, string>> {
  const extra = random.times(random.below(4), (): readonly [string, string] => [
    random.pick([
      'accept',
      'host',
      'origin',
      'content-length',
      'transfer-encoding',
      'x-forwarded-proto',
      'cookie',
      'x-http-method-override',
      oddText(random),
    ]),
    oddText(random),
  ]);
  return {
    ...withToken(random, known),
    'content-type': random.pick(TYPES),
    accept: random.pick(ACCEPTS),
    ...Object.fromEntries(extra),
  };
}
