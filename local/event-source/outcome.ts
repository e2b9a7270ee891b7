import * as z from 'zod';
import type { FunctionError, Result } from '../lambda/protocol.ts';

const responseSchema = z
  .object({
    batchItemFailures: z
      .array(z.object({ itemIdentifier: z.string().min(1) }))
      .nullish()
      .transform((failures) => failures ?? []),
  })
  .nullable();

/**
 * Ids of the messages that a run has dealt with: the queue forgets those, and the others come back. A run that threw
 * has dealt with none, and so has one whose answer about its failures cannot be understood.
 * See https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export function dealtWith(
  ids: string[],
  result: Result | FunctionError,
  reportsItemFailures: boolean,
): string[] {
  if (result.kind === 'error') return [];
  if (!reportsItemFailures) return ids;
  const response = responseSchema.safeParse(JSON.parse(result.payload));
  if (!response.success) return [];
  const failed = (response.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  if (failed.some((id) => !ids.includes(id))) return [];
  return ids.filter((id) => !failed.includes(id));
}
