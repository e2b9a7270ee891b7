import { Refusal } from '../../../local/refusal.ts';
import { plain } from '../output/plain.ts';
import type { DeadLetter } from './dead-letter.ts';
import { deadLettersOf } from './names.ts';
import type { DeadLetterQueue } from './queue.ts';

/** The messages of these ids, in their order; they stay out of sight until the queue is disposed of. Refuses if one is not there. */
export async function findLetters(
  queue: DeadLetterQueue,
  ids: readonly string[],
): Promise<readonly DeadLetter[]> {
  const distinct = [...new Set(ids)];
  const found = new Map<string, DeadLetter>();
  for await (const letters of queue.receive()) {
    for (const letter of letters) if (distinct.includes(letter.id)) found.set(letter.id, letter);
    if (found.size === distinct.length) break;
  }
  const missing = distinct.filter((id) => !found.has(id));
  if (missing.length > 0) {
    throw new Refusal(
      `${deadLettersOf(queue.name)} has no message ${missing.map(plain).join(', ')}.\n` +
        'It may have been redriven or deleted, or somebody else may be looking at it just now: then try again in a minute.',
    );
  }
  return distinct.flatMap((id) => found.get(id) ?? []);
}
