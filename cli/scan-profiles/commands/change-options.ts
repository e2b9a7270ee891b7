import type { Arguments } from '../command-line/arguments.ts';
import { failureThresholdOf } from '../command-line/values.ts';
import { Misuse } from '../exit-codes.ts';
import type { ChangeInput } from '../operations/change.ts';
import type { Context } from './context.ts';

/** Longest key that the API takes. */
const LONGEST_KEY = 255;

/** The fields of a change that say how it is made. */
export type How = Pick<ChangeInput, 'dryRun' | 'idempotencyKey' | 'failureThresholdPercent'>;

export function howOf(args: Arguments, isPreview: boolean): How {
  const key = args.text('idempotency-key');
  if (key !== undefined && isPreview) {
    throw new Misuse(
      '--idempotency-key is for changes; a dry run writes nothing, and can be run as often as you like',
    );
  }
  if (key !== undefined && (key === '' || key.length > LONGEST_KEY)) {
    throw new Misuse(`--idempotency-key wants 1 to ${LONGEST_KEY} characters`);
  }
  return {
    dryRun: isPreview ? true : undefined,
    idempotencyKey: key,
    failureThresholdPercent: failureThresholdOf(args),
  };
}

/** The same with a key, if it writes: so that it can be sent again where an answer fails to come. */
export function withKey(how: How, { surroundings }: Pick<Context, 'surroundings'>): How {
  if (how.dryRun === true) return how;
  return { ...how, idempotencyKey: how.idempotencyKey ?? surroundings.newKey() };
}
