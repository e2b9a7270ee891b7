import type { OperatorContext } from '../commands/context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { csvText } from '../output/csv.ts';
import { writeJson } from '../output/json.ts';
import { plural } from '../output/plain.ts';
import { textTable } from '../output/text-table.ts';
import type { QueueName } from '../operator/resources.ts';
import type { DeadLetter } from './dead-letter.ts';
import { LETTER_CSV, LETTER_TEXT, letterData } from './describe.ts';
import { isUnderstood } from './meaning.ts';
import { deadLettersOf } from './names.ts';
import { type Count, DeadLetterQueue } from './queue.ts';

/** Messages of a queue as text where the person names no number. */
const DEFAULT_LETTERS = 20;

interface Listing extends Count {
  readonly queue: QueueName;
  /** Oldest first. */
  readonly letters: readonly DeadLetter[];
  /** Whether these are all. */
  readonly isWhole: boolean;
}

/** Lists what lies in these queues' dead-letter queues. Each message that is shown counts as received once more. */
export async function listLetters(
  context: OperatorContext,
  queues: readonly QueueName[],
  limit: number | undefined,
): Promise<ExitCode> {
  const { format, surroundings } = context;
  const most = limit ?? (format === 'TEXT' ? DEFAULT_LETTERS : Infinity);
  const listings = await Promise.all(queues.map(async (queue) => look(queue, most, context)));
  const letters = listings.flatMap((listing) => listing.letters);
  if (format === 'JSON') await writeJson(surroundings.output, listings.map(dataOf));
  else if (format === 'CSV') await surroundings.output.write(csvText(LETTER_CSV, letters));
  else {
    await surroundings.output.write(`${listings.map(textOf).join('\n\n')}\n`);
    sayWhatCanBeDone(context, letters);
  }
  return EXIT.success;
}

function sayWhatCanBeDone({ say, commandLine }: OperatorContext, letters: readonly DeadLetter[]): void {
  const [first] = letters;
  if (first) say(`All of one:  ${commandLine('dead-letters', 'show', first.queue, first.id)}`);
  const queues = letters.filter(({ meaning }) => isUnderstood(meaning)).map(({ queue }) => queue);
  for (const queue of new Set(queues))
    say(`Try again:   ${commandLine('dead-letters', 'redrive', queue, '--all')}`);
  const useless = letters.find(({ meaning }) => meaning.kind === 'NOT_UNDERSTOOD');
  if (useless) say(`Delete one:  ${commandLine('dead-letters', 'delete', useless.queue, useless.id)}`);
}

async function look(name: QueueName, most: number, context: OperatorContext): Promise<Listing> {
  await using queue = new DeadLetterQueue(name, context);
  const count = await queue.count();
  const letters: DeadLetter[] = [];
  let isWhole = true;
  for await (const received of queue.receive()) {
    letters.push(...received);
    isWhole = letters.length < most;
    if (!isWhole) break;
  }
  const oldest = letters.toSorted((one, other) => (one.sentAt ?? 0) - (other.sentAt ?? 0));
  return { ...count, queue: name, letters: oldest.slice(0, most), isWhole };
}

/** What SQS counts is about right, and late: what was seen is there for certain. */
function numbersOf({ waiting, inFlight, letters, isWhole }: Listing): {
  readonly messages: number;
  /** Of others who look at them. */
  readonly outOfSight: number;
} {
  const counted = Math.max(waiting + inFlight, letters.length);
  return isWhole
    ? { messages: letters.length, outOfSight: counted - letters.length }
    : { messages: counted, outOfSight: 0 };
}

function textOf(listing: Listing): string {
  const { queue, letters, isWhole } = listing;
  const { messages, outOfSight } = numbersOf(listing);
  const number = messages === 0 ? 'no messages' : `${isWhole ? '' : 'about '}${plural(messages, 'message')}`;
  const others =
    outOfSight > 0 ? `, and about ${plural(outOfSight, 'other')} that somebody is looking at` : '';
  const head = `${deadLettersOf(queue)}: ${number}${others}`;
  if (letters.length === 0) return head;
  const rest = messages > letters.length ? ['… --limit N shows more'] : [];
  return [head, ...textTable(LETTER_TEXT, letters), ...rest].join('\n');
}

function dataOf(listing: Listing): object {
  const { queue, letters } = listing;
  return { queue, ...numbersOf(listing), deadLetters: letters.map(letterData) };
}
