import { GRAPHQL_PATHS } from '../../../shared/names.ts';
import { acceptable } from './check.ts';
import type { ApiRequest } from './event.ts';

/** Where Yoga thinks that it is. Paths are the gateway's matter. */
export const [ENDPOINT] = GRAPHQL_PATHS;

/** The request as Yoga sees it, with nothing in it that must not reach a log: no token, no cookie. */
export function toYoga({ method, headers, parameters, body }: ApiRequest): Request {
  const accept = acceptable(headers);
  if (method === 'GET')
    return new Request(`http://graphql${ENDPOINT}?${parameters}`, { headers: { accept } });
  return new Request(`http://graphql${ENDPOINT}`, {
    method,
    headers: { accept, 'content-type': 'application/json' },
    body: body.toString('utf8'),
  });
}
