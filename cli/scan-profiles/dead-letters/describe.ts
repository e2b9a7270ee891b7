import type { Columns } from '../output/column.ts';
import { type DeadLetter, undeliveredBecause } from './dead-letter.ts';
import { isUnderstood, type Meaning } from './meaning.ts';

/** What a message is, in a few words. */
export function meaningText(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'PAGE':
      return `page ${meaning.pageId} of operation ${meaning.operationId}`;
    case 'EVENT':
      return `${meaning.detailType} of ${meaning.node.kind} ${meaning.node.id}`;
    case 'LATER_VERSION':
      return `page as a later release sends it (version ${meaning.version})`;
    case 'NOT_UNDERSTOOD':
      return 'not understood';
  }
}

export const LETTER_TEXT: Columns<DeadLetter> = {
  Message: ({ id }) => id,
  Receives: ({ receives }) => receives,
  Age: ({ sentAt }) => (sentAt === undefined ? null : ageText(Date.now() - sentAt)),
  What: ({ meaning }) => meaningText(meaning),
};

export const LETTER_CSV: Columns<DeadLetter> = {
  queue: ({ queue }) => queue,
  id: ({ id }) => id,
  receives: ({ receives }) => receives,
  sentAt: ({ sentAt }) => isoOf(sentAt),
  group: ({ group }) => group ?? null,
  understood: ({ meaning }) => isUnderstood(meaning),
  operationId: ({ meaning }) => (meaning.kind === 'PAGE' ? meaning.operationId : null),
  pageId: ({ meaning }) => (meaning.kind === 'PAGE' ? meaning.pageId : null),
  detailType: ({ meaning }) => (meaning.kind === 'EVENT' ? meaning.detailType : null),
  node: ({ meaning }) => (meaning.kind === 'EVENT' ? `${meaning.node.kind} ${meaning.node.id}` : null),
  reason: (letter) => reasonOf(letter) ?? null,
};

/** The same with names, for JSON. */
export function letterData(letter: DeadLetter): Record<string, unknown> {
  return Object.fromEntries(Object.entries(LETTER_CSV).map(([name, cell]) => [name, cell(letter)]));
}

/** Why it was given up, as far as the message itself tells. */
export function reasonOf(letter: DeadLetter): string | undefined {
  const { meaning } = letter;
  if (meaning.kind === 'NOT_UNDERSTOOD') return meaning.reason;
  if (meaning.kind === 'LATER_VERSION')
    return `it is of version ${meaning.version}, which is later than this release knows`;
  return undeliveredBecause(letter);
}

export function isoOf(time: number | undefined): string | null {
  return time === undefined ? null : new Date(time).toISOString();
}

const UNITS = [
  ['days', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
] as const;

/** `42 s`, `3 min`, `2 h`, `5 days`: at least two of a unit, else the next smaller one. */
export function ageText(milliseconds: number): string {
  const found = UNITS.find(([, length]) => milliseconds >= 2 * length);
  if (!found) return `${Math.max(0, Math.floor(milliseconds / 1000))} s`;
  const [unit, length] = found;
  const count = Math.floor(milliseconds / length);
  return `${count} ${unit}`;
}
