import type { Exchange, GraphqlError } from '../../graphql/exchange.ts';

/** Why a request has no data. `mayPass`: whether the same request can succeed a moment later. */
export interface Fault {
  readonly message: string;
  readonly code?: string | undefined;
  readonly mayPass: boolean;
  /** Milliseconds that the deployment asks to wait. */
  readonly after?: number | undefined;
  /** Whether the request may have been carried out all the same. */
  readonly unanswered: boolean;
}

/** Codes of errors in Node.js that say that nothing listens there. */
const NOBODY = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Codes of GraphQL errors after which nobody knows how much was done. */
const UNCERTAIN = new Set(['SERVICE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR']);

/** What is wrong with an answer; undefined if nothing is. */
export function faultIn({ status, reply, retryAfter }: Exchange, url: string): Fault | undefined {
  const after = waitingTime(retryAfter);
  if (reply) {
    const [first] = reply.errors;
    if (!first) return undefined;
    const code = first.extensions?.code ?? (status === 401 ? 'UNAUTHENTICATED' : undefined);
    const mayPass = status === 429 || code === 'SERVICE_UNAVAILABLE';
    const unanswered = code !== undefined && UNCERTAIN.has(code);
    return { message: messageOf(reply.errors), code, mayPass, after, unanswered };
  }
  if (status === 401 || status === 403) {
    const message = `${url} refuses the token (HTTP ${status})`;
    return { message, code: 'UNAUTHENTICATED', mayPass: false, unanswered: false };
  }
  if (status === 429) {
    const message = `${url} has too much to do (HTTP 429)`;
    return { message, code: 'RATE_LIMITED', mayPass: true, after, unanswered: false };
  }
  if (status >= 500) {
    return {
      message: `${url} answers HTTP ${status}`,
      code: 'OUTAGE',
      mayPass: true,
      after,
      unanswered: true,
    };
  }
  const message = `${url} does not answer as a GraphQL API does (HTTP ${status})`;
  return { message, code: 'NOT_GRAPHQL', mayPass: false, unanswered: false };
}

/** What came instead of an answer. */
export function faultOfNetwork(error: unknown, url: string): Fault {
  const code = codeOf(error);
  if (code !== undefined && NOBODY.has(code)) {
    return {
      message: `Nothing answers at ${url} (${code})`,
      code: 'NOBODY',
      mayPass: true,
      unanswered: false,
    };
  }
  const reason = code ?? (error instanceof Error ? error.name : 'unknown');
  return { message: `No answer from ${url} (${reason})`, code: 'OUTAGE', mayPass: true, unanswered: true };
}

function messageOf(errors: readonly GraphqlError[]): string {
  return [...new Set(errors.map(({ message }) => message))].join('\n');
}

/** `Retry-After` in milliseconds, in either of its forms. */
function waitingTime(header: string | null): number | undefined {
  if (header === null || header === '') return undefined;
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

/** The code of an error of the network, which `fetch` keeps in the cause. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}
