import * as z from 'zod';

/** A caller of the GraphQL API: one user, over HTTP. */
export interface Caller {
  readonly user: string;
  /** Asks, and reads the answer. Throws where it is not as expected. */
  ask<T>(schema: z.ZodType<T>, query: string, variables?: Record<string, unknown>): Promise<T>;
  /** Asks, and answers all that comes back. */
  send(query: string, variables?: Record<string, unknown>): Promise<Reply>;
}

const replySchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() }),
    )
    .default([]),
});

export type Reply = z.infer<typeof replySchema> & { readonly status: number };

/** A caller with a bearer token; without one the header is left out. */
export function caller(url: string, user: string, token: string | undefined, signal: AbortSignal): Caller {
  const send = async (query: string, variables: Record<string, unknown> = {}): Promise<Reply> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
      signal,
    });
    return { status: response.status, ...replySchema.parse(await response.json()) };
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
