import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { ANSWER_HEADERS } from '../../../shared/http/answer-headers.ts';
import type { ErrorCode } from '../errors/codes.ts';
import { LIMITS } from '../limits/limits.ts';

export type ApiAnswer = APIGatewayProxyStructuredResultV2;

/** What is known about a request that is refused before GraphQL sees it. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly code: ErrorCode;
  readonly headers?: Readonly<Record<string, string>>;
  readonly requestId?: string;
}

/** A refusal in the form of a GraphQL answer, which is what clients can read. */
export function refuse({ status, message, code, headers, requestId }: Refusal): ApiAnswer {
  const extensions = { code, ...(requestId !== undefined && { requestId }) };
  return {
    statusCode: status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...ANSWER_HEADERS, ...headers },
    body: JSON.stringify({ errors: [{ message, extensions }] }),
  };
}

/** Passes GraphQL's answer on; one that Lambda would not pass on is refused in words. */
export async function answerOf(response: Response): Promise<ApiAnswer> {
  const body = await response.text();
  const bytes = Buffer.byteLength(JSON.stringify(body));
  if (bytes > LIMITS.answer) {
    const advice = 'ask for smaller pages by `first`, or for fewer fields';
    const message = `The answer has ${bytes} bytes, more than the limit of ${LIMITS.answer}: ${advice}. A mutation is done`;
    return refuse({ status: 200, message, code: 'LIMIT_EXCEEDED' });
  }
  return {
    statusCode: response.status,
    headers: { ...Object.fromEntries(response.headers), ...ANSWER_HEADERS },
    body,
  };
}
