import * as z from 'zod/mini';
import { withOriginalPlaces } from './original-places.ts';

/** What the AWS SDK says of a refusal, besides its name and message. */
const refusal = z.object({
  code: z.optional(z.string()),
  $metadata: z.optional(
    z.object({
      httpStatusCode: z.optional(z.number()),
      requestId: z.optional(z.string()),
      attempts: z.optional(z.number()),
    }),
  ),
  /** Of a transaction, one for each of its actions. */
  CancellationReasons: z.optional(z.array(z.object({ Code: z.optional(z.string()) }))),
});

/** Causes of causes that are told, at most. */
const MAXIMUM_DEPTH = 4;

/**
 * What a line of the log says of an error. Nothing but this: errors of clients carry whole requests and answers, with
 * their headers, and so what authorises them.
 */
export function describeError(error: unknown, depth = 0): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const { code, $metadata, CancellationReasons } = refusal.safeParse(error).data ?? {};
  const goesDeeper = depth < MAXIMUM_DEPTH;
  return {
    name,
    message,
    stack: stack === undefined ? undefined : withOriginalPlaces(stack),
    code,
    httpStatus: $metadata?.httpStatusCode,
    awsRequestId: $metadata?.requestId,
    attempts: $metadata?.attempts,
    reasons: CancellationReasons?.map(({ Code }) => Code),
    ...(cause !== undefined && goesDeeper ? { cause: describeError(cause, depth + 1) } : {}),
    ...(error instanceof AggregateError && goesDeeper
      ? { errors: error.errors.map((each) => describeError(each, depth + 1)) }
      : {}),
  };
}
