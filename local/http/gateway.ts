import type { IncomingMessage } from 'node:http';
import type { LocalFunction } from '../lambda/function.ts';
import type { FunctionError, Result } from '../lambda/protocol.ts';
import { DEFAULT_ROUTE, prefixOf, type RoutePlan } from '../template/resources/api.ts';
import { readBody } from './body.ts';
import { eventOf } from './event.ts';
import { failure, type Reply, replyOf } from './reply.ts';

/** Bytes of a body: API Gateway's limit. */
const BODY_LIMIT = 10 * 1024 * 1024;

/** The HTTP API: hands a request for one of the template's routes to its function. */
export type Gateway = (request: IncomingMessage, url: URL) => Promise<Reply>;

/** `functions` by ARN. */
export function createGateway(routes: RoutePlan[], functions: ReadonlyMap<string, LocalFunction>): Gateway {
  return async (request, url) => {
    const body = await readBody(request, BODY_LIMIT);
    const route = find(request.method ?? 'GET', url.pathname);
    const fn = route && functions.get(route.functionArn);
    if (route === undefined || fn === undefined) return failure(404, 'Not Found');
    if (body === undefined) return failure(413, 'Request Entity Too Large');
    const event = eventOf(request, url, route, body);
    const result = await within(route.timeoutMilliseconds, fn.invoke(JSON.stringify(event)));
    const reply = result === undefined ? failure(503, 'Service Unavailable') : replyTo(result);
    return { ...reply, headers: { ...reply.headers, 'apigw-requestid': event.requestContext.requestId } };
  };

  function find(method: string, path: string): RoutePlan | undefined {
    const whole = routes.filter((route) => route.path === path);
    const candidates =
      whole.length > 0 ? whole : routes.filter((route) => isBelow(path, prefixOf(route.path)));
    return (
      candidates.find((route) => route.method === method) ??
      candidates.find((route) => route.method === 'ANY') ??
      routes.find((route) => route.path === DEFAULT_ROUTE)
    );
  }
}

function isBelow(path: string, prefix: string | undefined): boolean {
  return prefix !== undefined && path.startsWith(prefix) && path.length > prefix.length;
}

function replyTo(result: Result | FunctionError): Reply {
  if (result.kind === 'result') return replyOf(result.payload);
  if (result.type === 'RequestEntityTooLargeException') return failure(413, 'Request Entity Too Large');
  return failure(500, 'Internal Server Error');
}

async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, milliseconds, undefined);
  });
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
  });
}
