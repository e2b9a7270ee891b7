import { type Attributes, isList, type Value } from './values.ts';

/** Bytes of one item. */
export const LARGEST_ITEM = 400 * 1024;

const sizes = new WeakMap<Attributes, number>();

/** Bytes that an item counts for, as DynamoDB documents it: names and values in UTF-8. Numbers are estimated upwards. */
export function sizeOf(item: Attributes): number {
  const known = sizes.get(item);
  if (known !== undefined) return known;
  const size = sizeOfFields(item);
  sizes.set(item, size);
  return size;
}

function sizeOfFields(fields: Attributes): number {
  let size = 0;
  for (const name of Object.keys(fields)) size += Buffer.byteLength(name) + sizeOfValue(fields[name] ?? null);
  return size;
}

function sizeOfValue(value: Value): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(Math.abs(value)).length / 2) + 1;
  if (typeof value !== 'object' || value === null) return 1;
  if (isList(value)) return value.reduce<number>((size, one) => size + 1 + sizeOfValue(one), 3);
  return 3 + Object.keys(value).length + sizeOfFields(value);
}
