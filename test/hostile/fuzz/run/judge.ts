import { inspect } from 'node:util';
import * as z from 'zod';
import type { Parts, Raw } from '../../support/hostile-api.ts';
import { HEADERS } from '../../access/run/answers.ts';

/** Codes that docs/api.md promises, without those of faults of ours. */
const CODES: readonly string[] = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'LIMIT_EXCEEDED',
  'INVALID_STATE',
  'EXPIRED',
  'IDEMPOTENCY_CONFLICT',
  'TOO_MANY_OPERATIONS',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'SERVICE_UNAVAILABLE',
];

/** What only the inside knows: places in files, names of the SDK's errors and ours, keys of the table. */
const INTERNALS = [
  /\bat (async )?[\w.<>]+ \(|\.(ts|mjs|cjs|js):\d+|node_modules|file:\/\/|\/(work|home|var|usr)\//,
  /\b(DynamoDB|dynamodb|TransactionCancel\w*|ConditionalCheck\w*|ValidationException|ResourceNotFound\w*|Throttling\w*|\w*ServiceException)\b/,
  /\b(TypeError|RangeError|ReferenceError|SyntaxError|ZodError|JOSEError|JWT\w+)\b/,
  /\b(PROJECT|GROUP|USER|ROOT|OPERATION|TOKEN|USER_TOKENS|IDEMPOTENCY|OPEN|REGISTRATION|LOG|PROFILE)#|#(NODE|HEADER|TOKEN|COUNT|ROOT|SCANS)\b/,
  /in-process|TABLE_NAME|awsRequestId|\[object Object\]|\bundefined\b/,
];

const refusal = z.object({
  message: z.string().min(8),
  extensions: z.object({ code: z.string() }),
});
const answered = z.object({ data: z.unknown().optional(), errors: z.array(refusal).optional() });
const refusedByRest = z.union([z.object({ message: z.string() }), z.object({ error: z.string() })]);

/** What is wrong with an answer, a line each. */
export function faultsOf(parts: Parts, answer: Raw, lines: readonly unknown[]): readonly string[] {
  return [...faultsOfStatus(answer), ...faultsOfBody(parts, answer), ...leaks(parts, answer, lines)];
}

function faultsOfStatus({ status, headers }: Raw): readonly string[] {
  // An unknown key makes the keys be fetched again, at most twice a minute: on a busy machine that can take too long.
  const isFit = (status >= 200 && status < 500) || status === 503;
  const faults = isFit ? [] : [`the status is ${status}`];
  for (const [name, value] of Object.entries(HEADERS))
    if (headers[name] !== value) faults.push(`the header ${name} is ${String(headers[name])}`);
  if (!/^application\/(graphql-response\+)?json(; charset=utf-8)?$/.test(String(headers['content-type'])))
    faults.push(`the content type is ${String(headers['content-type'])}`);
  const others = Object.keys(headers).filter((name) =>
    /^access-control|cookie|server|powered|location/i.test(name),
  );
  return [...faults, ...others.map((name) => `there is a header ${name}`)];
}

function faultsOfBody({ path }: Parts, { status, text }: Raw): readonly string[] {
  if (text.length > 6_000_000) return ['the answer is too long'];
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return ['the body is not JSON'];
  }
  if (path.startsWith('/api/v4/')) {
    const isFit = status === 200 || refusedByRest.safeParse(body).success;
    return isFit ? [] : ['the refusal is not what REST clients read'];
  }
  const parsed = answered.safeParse(body);
  if (!parsed.success) return [`the answer is none of GraphQL: ${z.prettifyError(parsed.error)}`];
  const { data, errors = [] } = parsed.data;
  if (data === undefined && errors.length === 0) return ['the answer says nothing'];
  return errors
    .filter(({ extensions: { code } }) => !CODES.includes(code))
    .map(({ message, extensions }) => `an error has the code ${extensions.code}: ${message}`);
}

/** What is in an answer and was not in the request; and tokens anywhere but there. */
function leaks(parts: Parts, { text, headers }: Raw, lines: readonly unknown[]): readonly string[] {
  const asked = inspect(parts, { maxStringLength: null, depth: 5 }) + (parts.body ?? '') + decoded(parts);
  const shown = `${text}\n${inspect(headers)}`;
  const seen = INTERNALS.flatMap((pattern) => pattern.exec(shown)?.[0] ?? []).filter(
    (match) => !asked.includes(match),
  );
  const secrets = [parts.headers['authorization']?.replace(/^bearer +/i, ''), parts.headers['private-token']];
  const log = lines.length > 0 ? inspect(lines, { depth: 8, maxStringLength: null }) : '';
  const told = secrets
    .flatMap((secret) => (secret !== undefined && secret.length > 20 ? [secret] : []))
    .filter((secret) => shown.includes(secret) || log.includes(secret));
  return [
    ...seen.map((match) => `the answer has ${match}`),
    ...told.map(() => 'a token is in the answer or the log'),
  ];
}

function decoded({ query = '', path, body = '', isBase64Encoded }: Parts): string {
  const text = new URLSearchParams(query).toString();
  return [
    query,
    decode(query),
    decode(text),
    decode(path),
    isBase64Encoded ? Buffer.from(body, 'base64').toString() : '',
  ].join('\n');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
