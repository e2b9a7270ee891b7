import * as z from 'zod';

const errorSchema = z.object({
  message: z.string(),
  extensions: z.object({ code: z.string().optional() }).optional(),
});

const replySchema = z.object({ data: z.unknown().optional(), errors: z.array(errorSchema).default([]) });

export type GraphqlError = z.infer<typeof errorSchema>;

/** An answer over HTTP: of GraphQL, or of something else that stands at the address or in front of it. */
export interface Exchange {
  readonly status: number;
  /** Absent where the body is not GraphQL's. */
  readonly reply?: z.infer<typeof replySchema>;
  readonly retryAfter: string | null;
}

/** Where to ask; without a token the header is left out. */
export interface Endpoint {
  readonly url: string;
  readonly token: string | undefined;
}

/** Asks once. Throws where no answer comes. Redirects are not followed: the token is for this address. */
export async function exchange(
  { url, token }: Endpoint,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<Exchange> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
    redirect: 'manual',
    signal,
  });
  const reply = replyIn(await response.text());
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    ...(reply === undefined ? {} : { reply }),
  };
}

function replyIn(body: string): z.infer<typeof replySchema> | undefined {
  try {
    const reply = replySchema.parse(JSON.parse(body));
    return reply.data === undefined && reply.errors.length === 0 ? undefined : reply;
  } catch {
    return undefined;
  }
}
