import * as z from 'zod/mini';
import { requestHeaders } from '../../../shared/http/request-headers.ts';

/** What is used of an HTTP API's event, payload format 2.0. */
const eventSchema = z.object({
  version: z.literal('2.0'),
  rawPath: z.string(),
  rawQueryString: z._default(z.string(), ''),
  headers: z._default(z.record(z.string(), z.string()), {}),
  requestContext: z.object({ http: z.object({ method: z.string() }) }),
  body: z.optional(z.string()),
  isBase64Encoded: z._default(z.boolean(), false),
});

/** A request as it came in, not yet judged. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly parameters: URLSearchParams;
  readonly body: Buffer;
}

/** Throws where the event is not one: then the function is connected wrongly. */
export function requestOf(event: unknown): ApiRequest {
  const { rawPath, rawQueryString, headers, requestContext, body, isBase64Encoded } =
    eventSchema.parse(event);
  return {
    method: requestContext.http.method,
    path: rawPath,
    headers: requestHeaders(headers),
    parameters: new URLSearchParams(rawQueryString),
    body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
  };
}
