import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ErrorCode } from '../errors/codes.ts';

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
    headers: { 'content-type': 'application/json; charset=utf-8', ...UNCACHED, ...headers },
    body: JSON.stringify({ errors: [{ message, extensions }] }),
  };
}

/** Passes GraphQL's answer on. */
export async function answerOf(response: Response): Promise<ApiAnswer> {
  return {
    statusCode: response.status,
    headers: { ...Object.fromEntries(response.headers), ...UNCACHED },
    body: await response.text(),
  };
}

/** Every answer is meant for one user. */
const UNCACHED = { 'cache-control': 'no-store' };
