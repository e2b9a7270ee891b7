import * as z from 'zod';
import type { Raw } from '../../support/hostile-api.ts';

const error = z.strictObject({
  message: z.string().min(10),
  locations: z.array(z.strictObject({ line: z.int(), column: z.int() })).optional(),
  path: z.array(z.union([z.string(), z.int()])).optional(),
  extensions: z.strictObject({ code: z.string() }),
});
export type ErrorSeen = z.infer<typeof error>;

/** Nothing else than GraphQL's own members, and no extension but the code: nothing that anybody forgot to hide. */
const body = z.strictObject({
  data: z.record(z.string(), z.unknown()).nullable().optional(),
  errors: z.array(error).optional(),
});

export interface Seen {
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly ErrorSeen[];
}

export function seenIn({ text }: Raw): Seen {
  const { data, errors = [] } = body.parse(JSON.parse(text), { error: () => text });
  return { data, errors };
}

/** What every answer has, whatever it says. */
export const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
};

export const GRAPHQL_HEADERS = { ...HEADERS, 'content-type': 'application/json; charset=utf-8' };

/** GitLab's words, and ours where it has none. */
export const MESSAGES = {
  NO_ACCESS: [
    "The resource that you are attempting to access does not exist or you don't have permission to perform this action",
    'FORBIDDEN',
  ],
  DIFFERENT_ROOTS: ['All items should belong to the same root namespace', 'BAD_USER_INPUT'],
  TOO_MANY_IDS: ['Too many ids (maximum: 100)', 'BAD_USER_INPUT'],
  NOT_A_ROOT: ['namespace_id must reference a top-level namespace.', 'BAD_USER_INPUT'],
  /** It says which state, and what is possible. */
  INVALID_STATE: [undefined, 'INVALID_STATE'],
  NEEDS_ISSUER: [undefined, 'FORBIDDEN'],
} as const satisfies Readonly<Record<string, readonly [string | undefined, string]>>;
