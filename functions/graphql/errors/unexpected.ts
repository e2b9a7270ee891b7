import type { ErrorCode } from './codes.ts';

/** What a caller is told of an error that nobody expected. */
export interface Unexpected {
  readonly message: string;
  /** `unexpected` is what Yoga knows a status of 500 by; it is not part of the answer. */
  readonly extensions: { readonly code: ErrorCode; readonly requestId: string; readonly unexpected: true };
}

export function unexpected(requestId: string): Unexpected {
  const message = `Something went wrong on the side of the server. Its log says what, under request ${requestId}`;
  return { message, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId, unexpected: true } };
}
