import { Misuse } from '../exit-codes.ts';
import { plain } from '../output/plain.ts';
import { QUEUE_NAMES, type QueueName } from '../operator/resources.ts';

/** Of a worker's dead-letter queue, for people. */
export function deadLettersOf(queue: QueueName): string {
  return `${queue}-dead-letter`;
}

/** The queue that was typed, by the name of its worker or by its own. Throws a `Misuse` where there is none. */
export function queueOf(typed: string | undefined): QueueName {
  const found = QUEUE_NAMES.find((name) => typed === name || typed === deadLettersOf(name));
  if (found) return found;
  const known = `one of ${QUEUE_NAMES.join(', ')}`;
  throw new Misuse(
    typed === undefined ? `Name a queue: ${known}` : `"${plain(typed)}" is no queue: name ${known}`,
  );
}
