import type * as z from 'zod';
import { exchange, type GraphqlError } from '../graphql/exchange.ts';

/** A caller of the GraphQL API: one user, over HTTP. */
export interface Caller {
  readonly user: string;
  /** Asks, and reads the answer. Throws where it is not as expected. */
  ask<T>(schema: z.ZodType<T>, query: string, variables?: Record<string, unknown>): Promise<T>;
  /** Asks, and answers all that comes back. */
  send(query: string, variables?: Record<string, unknown>): Promise<Reply>;
}

export interface Reply {
  readonly status: number;
  readonly data?: unknown;
  readonly errors: readonly GraphqlError[];
}

/** A caller with a bearer token; without one the header is left out. */
export function caller(url: string, user: string, token: string | undefined, signal: AbortSignal): Caller {
  const send = async (query: string, variables: Record<string, unknown> = {}): Promise<Reply> => {
    const { status, reply } = await exchange({ url, token }, query, variables, signal);
    if (!reply) throw new Error(`The API answered ${user} with ${status}, and not in GraphQL`);
    return { status, ...reply };
  };
  return {
    user,
    send,
    async ask(schema, query, variables) {
      const { data, errors, status } = await send(query, variables);
      const [error] = errors;
      if (error) throw new Error(`The API answered ${user} with ${status}: ${error.message}`);
      return schema.parse(data);
    },
  };
}
