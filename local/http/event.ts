import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ACCOUNT } from '../template/identity.ts';
import { prefixOf, type RoutePlan } from '../template/resources/api.ts';

/** Content types that API Gateway hands on as text; it encodes every other body in base64. */
const TEXT = /^(text\/|application\/(json|javascript|xml)\b|application\/[\w.-]+\+(json|xml)\b)/i;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Turns a request into the event that a function behind an HTTP API gets, in payload format 2.0. */
export function eventOf(
  request: IncomingMessage,
  url: URL,
  { routeKey, path }: Pick<RoutePlan, 'routeKey' | 'path'>,
  body: Buffer,
): APIGatewayProxyEventV2 {
  const { cookie, ...headers } = foldedHeaders(request);
  const isText = TEXT.test(headers['content-type'] ?? '');
  const now = new Date();
  const queryStringParameters = foldedQuery(url.searchParams);
  // This kind of API decodes the whole path, slashes that were no separators included.
  const rawPath = decodeURIComponent(url.pathname);
  const prefix = prefixOf(path);
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: url.search.slice(1),
    ...(cookie !== undefined && { cookies: cookie.split(/; */) }),
    headers: { ...headers, 'x-forwarded-proto': 'http', 'x-forwarded-port': url.port },
    ...(prefix !== undefined && { pathParameters: { proxy: rawPath.slice(prefix.length) } }),
    ...(queryStringParameters && { queryStringParameters }),
    requestContext: {
      accountId: ACCOUNT,
      apiId: 'local',
      domainName: url.hostname,
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** Names in lower case, values of one name joined by commas. */
function foldedHeaders(request: IncomingMessage): Record<string, string> & { cookie?: string } {
  return Object.fromEntries(
    Object.entries(request.headersDistinct).map(([name, values = []]) => [
      name,
      values.join(name === 'cookie' ? '; ' : ','),
    ]),
  );
}

function foldedQuery(parameters: URLSearchParams): Record<string, string> | undefined {
  const names = new Set(parameters.keys());
  if (names.size === 0) return undefined;
  return Object.fromEntries(Array.from(names, (name) => [name, parameters.getAll(name).join(',')]));
}

/** `22/Nov/2026:05:30:00 +0000`. */
function commonLogTime(time: Date): string {
  const day = String(time.getUTCDate()).padStart(2, '0');
  return `${day}/${MONTHS[time.getUTCMonth()] ?? ''}/${time.getUTCFullYear()}:${time.toISOString().slice(11, 19)} +0000`;
}
