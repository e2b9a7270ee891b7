import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { ANSWER_HEADERS } from '../../../shared/http/answer-headers.ts';

export type ApiAnswer = APIGatewayProxyStructuredResultV2;

/** Every answer is JSON, and meant for one user. */
export function answer(
  statusCode: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): ApiAnswer {
  return {
    statusCode,
    headers: { 'content-type': 'application/json', ...ANSWER_HEADERS, ...headers },
    body: JSON.stringify(body),
  };
}

// GitLab has two forms: `error` where no route or method fits, `message` for what a route refuses.

export function noRoute(): ApiAnswer {
  return answer(404, { error: '404 Not Found' });
}

export function wrongMethod(): ApiAnswer {
  return answer(405, { error: '405 Not Allowed' }, { allow: 'GET' });
}

export function unauthorised(challenge: string): ApiAnswer {
  return answer(401, { message: '401 Unauthorized' }, { 'www-authenticate': challenge });
}

/** The same for what is absent and for what the caller may not see. */
export function notFound(what: 'Project'): ApiAnswer {
  return answer(404, { message: `404 ${what} Not Found` });
}

export function failed(statusCode: 500 | 503): ApiAnswer {
  const words = { 500: 'Internal Server Error', 503: 'Service Unavailable' };
  return answer(statusCode, { message: `${statusCode} ${words[statusCode]}` });
}
