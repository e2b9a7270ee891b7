import * as z from 'zod';
import { invalid } from '../errors.ts';
import type { Key, StoredItem } from '../store/values.ts';
import { LARGEST_ITEM, sizeOf } from '../store/size.ts';

/** What commands are checked against: an option that is not named in a shape is refused, so that none is passed over. */
export const keyShape = z.strictObject({ PK: z.string(), SK: z.string() });

/**
 * Reads of the product are consistent, every one: a rule that depends on a read depends on that. One that is not has no
 * right answer here.
 */
export const consistent = z.literal(true);

export const tableShape = { TableName: z.string() };

/** Bytes. */
const LONGEST_PARTITION_KEY = 2048;
const LONGEST_SORT_KEY = 1024;

export function checkKey({ PK, SK }: Key): void {
  checkPart('PK', PK, LONGEST_PARTITION_KEY);
  checkPart('SK', SK, LONGEST_SORT_KEY);
}

function checkPart(name: string, text: string, longest: number): void {
  if (text === '')
    throw invalid(
      `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`,
    );
  if (text.length * 3 > longest && Buffer.byteLength(text) > longest)
    throw invalid(
      `One or more parameter values were invalid: Size of ${name} has exceeded the maximum size limit of ${longest} bytes`,
    );
}

/** Throws if an item is named twice, or more of them than one command takes. */
export function checkKeys(keys: readonly Key[], most: number, twice: string): void {
  if (keys.length === 0) throw invalid('The command names no item');
  if (keys.length > most) throw invalid(`Member must have length less than or equal to ${most}`);
  for (const key of keys) checkKey(key);
  if (new Set(keys.map(({ PK, SK }) => `${PK} ${SK}`)).size < keys.length) throw invalid(twice);
}

export function isTooLarge(item: StoredItem): boolean {
  return sizeOf(item) > LARGEST_ITEM;
}
