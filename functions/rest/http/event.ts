import * as z from 'zod/mini';
import { requestHeaders } from '../../../shared/http/request-headers.ts';

/** What is used of an HTTP API's event, payload format 2.0. */
const eventSchema = z.object({
  version: z.literal('2.0'),
  rawPath: z.string(),
  headers: z._default(z.record(z.string(), z.string()), {}),
  requestContext: z.object({ domainName: z.string(), http: z.object({ method: z.string() }) }),
});

/** A request as it came in, not yet judged. */
export interface ApiRequest {
  readonly method: string;
  /** Below `/api/v4/`; decoded or not, as the gateway pleases. */
  readonly path: string;
  readonly headers: Headers;
  /** Scheme and host that were asked, without a slash at the end. */
  readonly origin: string;
}

const PREFIX = /^.*?\/api\/v4\//;

/** Throws where the event is not one: then the function is connected wrongly. */
export function requestOf(event: unknown): ApiRequest {
  const { rawPath, headers: given, requestContext } = eventSchema.parse(event);
  const headers = requestHeaders(given);
  const scheme = headers.get('x-forwarded-proto') === 'http' ? 'http' : 'https';
  return {
    method: requestContext.http.method,
    path: rawPath.replace(PREFIX, ''),
    headers,
    origin: `${scheme}://${headers.get('host') ?? requestContext.domainName}`,
  };
}
