import { GRAPHQL_PATHS } from '../../../shared/names.ts';
import { LIMITS } from '../limits/limits.ts';
import type { Refusal } from './answer.ts';
import type { ApiRequest } from './event.ts';

/** The media types of GraphQL over HTTP that Yoga answers in, without those that keep a connection open. */
const ANSWERS = ['application/graphql-response+json', 'application/json'] as const;

/** Whether GraphQL is to be found here: the gateway hands over whatever nobody else answers. */
export function isServed({ path }: Pick<ApiRequest, 'path'>): boolean {
  return GRAPHQL_PATHS.some((served) => path.replace(/\/$/, '').endsWith(served));
}

export const NOTHING_HERE: Refusal = {
  status: 404,
  message: `There is nothing here: GraphQL is at ${GRAPHQL_PATHS.join(' and ')}`,
  code: 'BAD_REQUEST',
};

/** What is wrong with a request before anybody looks into its query. Undefined if nothing is. */
export function faultOf({ method, headers, parameters, body }: ApiRequest): Refusal | undefined {
  if (method !== 'GET' && method !== 'POST') {
    const message = `GraphQL is asked by GET or POST, not by ${method}`;
    return { status: 405, message, code: 'BAD_REQUEST', headers: { allow: 'GET, POST' } };
  }
  if (body.length > LIMITS.body) {
    const message = `The body has ${body.length} bytes, more than the limit of ${LIMITS.body}`;
    return { status: 413, message, code: 'LIMIT_EXCEEDED' };
  }
  if (method === 'POST' && mediaTypeOf(headers.get('content-type')) !== 'application/json') {
    const message = 'The content type of the body has to be application/json';
    return { status: 415, message, code: 'BAD_REQUEST', headers: { accept: 'application/json' } };
  }
  if (acceptable(headers) === '') {
    const message = `Answers come as ${ANSWERS.join(' or ')}, which the request does not accept`;
    return { status: 406, message, code: 'BAD_REQUEST' };
  }
  const unreadable =
    method === 'GET' ? ['variables', 'extensions'].find((name) => !isJson(parameters.get(name))) : undefined;
  if (unreadable === undefined) return undefined;
  return { status: 400, message: `The parameter "${unreadable}" is not JSON`, code: 'BAD_REQUEST' };
}

function mediaTypeOf(header: string | null): string | undefined {
  return header?.split(/[;,]/)[0]?.trim().toLowerCase();
}

function isJson(text: string | null): boolean {
  if (!text) return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The part of `Accept` that can be met; anything is, where there is no such header. */
export function acceptable(headers: Headers): string {
  const accepted = headers.get('accept') ?? '*/*';
  const possible = ['*/*', 'application/*', ...ANSWERS];
  return accepted
    .split(',')
    .filter((part) => possible.some((type) => mediaTypeOf(part) === type))
    .join(',');
}
