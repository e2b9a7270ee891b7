import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { ConfigurationValues } from '../domain/scan-types/configuration.ts';
import type { Table } from '../environment/environment.ts';
import { configurationKey } from './keys.ts';
import { OPERATION_LIFETIME } from './operations.ts';
import { batchGet, keyText } from './read.ts';
import { type Piece, put, update } from './write.ts';

/** Names the content of a configuration: what has the same members with the same values has the same digest. */
export function digestOf(values: ConfigurationValues): string {
  return createHash('sha256').update(JSON.stringify(values, sorted)).digest('base64url');
}

function sorted(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

const configuration = z.object({ values: z.record(z.string(), z.unknown()) });

/** A configuration of a profile. */
export interface ConfigurationRef {
  readonly profileId: number;
  readonly digest: string;
}

/**
 * Configurations in the order of `refs`. They stand apart from their profile, since some together would not fit its item,
 * and never change: an edit makes another one, so that what was read of a profile always finds what belongs to it.
 */
export async function readConfigurations(
  table: Table,
  refs: readonly ConfigurationRef[],
): Promise<readonly (ConfigurationValues | undefined)[]> {
  const keys = refs.map(({ profileId, digest }) => configurationKey(profileId, digest));
  const items = await batchGet(table, keys);
  return keys.map((key) => {
    const item = items.get(keyText(key));
    return item && configuration.parse(item).values;
  });
}

export function putConfiguration(
  { profileId, digest }: ConfigurationRef,
  values: ConfigurationValues,
): Piece {
  return put('configuration', configurationKey(profileId, digest), { values });
}

/** Nothing refers to it any longer but the log, for as long as that is kept. `now` is epoch milliseconds. */
export function expireConfiguration({ profileId, digest }: ConfigurationRef, now: number): Piece {
  return update('configuration', configurationKey(profileId, digest), 'SET expiresAt = :expiresAt', {
    values: { ':expiresAt': Math.floor(now / 1000) + OPERATION_LIFETIME },
  });
}
