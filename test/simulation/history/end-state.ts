import { createHash } from 'node:crypto';
import type { RawItem } from '../observed.ts';

/** A digest of all items, whatever their order and that of their attributes. */
export function endStateOf(items: Iterable<RawItem>): string {
  const texts = [...items].map((item) => JSON.stringify(sorted(item))).toSorted();
  return createHash('sha256').update(texts.join('\n')).digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value instanceof Set) return [...value].map(sorted).toSorted();
  if (!(value instanceof Object)) return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, each]) => [name, sorted(each)]));
}
