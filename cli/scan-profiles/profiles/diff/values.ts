import { plain } from '../../output/plain.ts';
import type { Json } from '../document/document.ts';

/** Characters of a value that are shown. */
const WIDTH = 72;

/** Characters that are shown of what two long values have in common before they differ. */
const LEAD = 16;

/** Entries of a list that are named. */
const NAMED = 5;

/** What stands for a value that is not set. */
const UNSET = '(default)';

/** A value on one line, shortened. */
export function valueText(value: Json): string {
  return excerpt(JSON.stringify(value), 0);
}

/** `"old" → "new"`; of lists what came and what went, of long texts where they begin to differ. */
export function changeText(before: Json | undefined, after: Json | undefined): string {
  const lists = Array.isArray(before) && Array.isArray(after) ? listText(before, after) : '';
  if (lists !== '') return lists;
  const old = before === undefined ? UNSET : JSON.stringify(before);
  const fresh = after === undefined ? UNSET : JSON.stringify(after);
  const from = Math.max(old.length, fresh.length) <= WIDTH ? 0 : Math.max(0, commonStart(old, fresh) - LEAD);
  return `${excerpt(old, from)} → ${excerpt(fresh, from)}`;
}

/** Empty where only the order differs, or how often something stands there. */
function listText(before: readonly Json[], after: readonly Json[]): string {
  const old = before.map((entry) => JSON.stringify(entry));
  const fresh = after.map((entry) => JSON.stringify(entry));
  const came = fresh.filter((entry) => !old.includes(entry));
  const went = old.filter((entry) => !fresh.includes(entry));
  return [...entriesText('+', came), ...entriesText('-', went)].join('  ');
}

function entriesText(sign: string, entries: readonly string[]): readonly string[] {
  const more = entries.length - NAMED;
  return [
    ...entries.slice(0, NAMED).map((entry) => `${sign} ${excerpt(entry, 0)}`),
    ...(more > 0 ? [`${sign} ${more} more`] : []),
  ];
}

function excerpt(text: string, from: number): string {
  const cut = text.slice(from, from + WIDTH);
  return plain(`${from > 0 ? '…' : ''}${cut}${from + WIDTH < text.length ? '…' : ''}`);
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
