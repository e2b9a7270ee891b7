import { badInput } from '../errors/refusals.ts';

/** What every change can be asked for with, as it comes. */
interface Asked {
  readonly dryRun?: boolean | null;
  readonly idempotencyKey?: string | null;
  readonly failureThresholdPercent?: number | null;
}

export interface ChangeOptions {
  readonly dryRun: boolean | undefined;
  readonly idempotencyKey: string | undefined;
  /** 0 to 100. */
  readonly failureThresholdPercent: number | undefined;
}

const MAXIMUM_KEY = 255;

/** Throws for what no change can be asked for with. */
export function changeOptions({ dryRun, idempotencyKey, failureThresholdPercent }: Asked): ChangeOptions {
  const key = idempotencyKey ?? undefined;
  const percent = failureThresholdPercent ?? undefined;
  if (key !== undefined && (key === '' || key.length > MAXIMUM_KEY || !key.isWellFormed()))
    throw badInput(
      `The argument "idempotencyKey" has to be a text of 1 to ${MAXIMUM_KEY} characters, such as a UUID`,
    );
  if (percent !== undefined && (percent < 0 || percent > 100))
    throw badInput(
      `The argument "failureThresholdPercent" has to be from 0 to 100, and is ${percent}: leave it out to go on whatever fails`,
    );
  if (dryRun && key !== undefined)
    throw badInput(
      'A preview cannot have an idempotency key: leave out "idempotencyKey" with "dryRun", and give it when the preview is applied',
    );
  // An operation that is no preview does not say so.
  return { dryRun: dryRun ? true : undefined, idempotencyKey: key, failureThresholdPercent: percent };
}
