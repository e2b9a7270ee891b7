import type { OperatorContext } from '../commands/context.ts';
import { EXIT, type ExitCode, Interruption } from '../exit-codes.ts';
import { plural } from '../output/plain.ts';
import { textTable } from '../output/text-table.ts';
import { ProgressBar } from '../../terminal/progress-bar.ts';
import type { QueueName } from '../operator/resources.ts';
import { type Dealt, writeDealt } from './answer.ts';
import { agrees } from './confirm.ts';
import type { DeadLetter } from './dead-letter.ts';
import { LETTER_TEXT } from './describe.ts';
import { findLetters } from './find.ts';
import { isUnderstood } from './meaning.ts';
import { deadLettersOf } from './names.ts';
import { DeadLetterQueue } from './queue.ts';

export interface Redrive {
  readonly queue: QueueName;
  /** Which messages, in the order in which they are sent; all that can be understood where none is named. */
  readonly ids: readonly string[] | undefined;
  readonly isDryRun: boolean;
  readonly isAgreed: boolean;
}

/** Rows of a dry run as text. */
const ROWS = 20;

/** Sends messages that were given up to their worker once more. */
export async function redriveLetters(context: OperatorContext, redrive: Redrive): Promise<ExitCode> {
  const { queue: name, ids, isDryRun, isAgreed } = redrive;
  await using queue = new DeadLetterQueue(name, context);
  const total = ids?.length ?? (await queue.count()).waiting;
  const which = ids === undefined ? `all messages (about ${total})` : plural(total, 'message');
  const question = `Send ${which} of ${deadLettersOf(name)} of ${context.resources.deployment} back to ${name}?`;
  const asking = { isAgreed: isAgreed || isDryRun, question, lookFirst: '--dry-run' };
  if (!(await agrees(context, asking))) return EXIT.failure;
  const dealt: Dealt[] = [];
  const bar = new ProgressBar(context.surroundings.terminal);
  try {
    for await (const some of run(queue, ids, isDryRun)) {
      dealt.push(...some);
      bar.show(isDryRun ? 'looked at' : 'redriven', dealt.length, Math.max(total, dealt.length));
    }
  } catch (error) {
    if (!context.surroundings.signal.aborted) throw error;
    throw new Interruption(`Interrupted. ${sentText(name, dealt)} The others stay where they are.`);
  } finally {
    bar.end();
  }
  await writeDealt(context, dealt);
  if (isDryRun) await showDryRun(context, name, dealt);
  else context.say(sentText(name, dealt));
  const left = dealt.filter(({ fate }) => fate === 'LEFT').map(({ letter }) => letter);
  if (left.length === 0) return EXIT.success;
  adviseOnRest(context, name, left);
  return EXIT.partial;
}

async function* run(
  queue: DeadLetterQueue,
  ids: readonly string[] | undefined,
  isDryRun: boolean,
): AsyncGenerator<readonly Dealt[]> {
  if (ids !== undefined) {
    const letters = await findLetters(queue, ids);
    if (!isDryRun) await move(queue, letters);
    yield letters.map((letter) => ({ letter, fate: 'SENT' }));
    return;
  }
  // What was sent and is given up again while this runs keeps the id that it got: once is enough.
  const sent = new Set<string>();
  for await (const letters of queue.receive()) {
    const chosen = letters.filter(({ id, meaning }) => isUnderstood(meaning) && !sent.has(id));
    if (!isDryRun) for (const id of await move(queue, chosen)) sent.add(id);
    yield letters.map((letter) => ({ letter, fate: chosen.includes(letter) ? 'SENT' : 'LEFT' }));
  }
}

/** A message is only removed once it was sent: who dies in between leaves it in both queues, and it is done twice. */
async function move(queue: DeadLetterQueue, letters: readonly DeadLetter[]): Promise<readonly string[]> {
  const ids = await queue.sendBack(letters);
  await queue.remove(letters);
  return ids;
}

function sentText(name: QueueName, dealt: readonly Dealt[]): string {
  const sent = dealt.filter(({ fate }) => fate === 'SENT').length;
  return `Sent ${plural(sent, 'message')} back to ${name}.`;
}

async function showDryRun(
  { format, say, surroundings }: OperatorContext,
  name: QueueName,
  dealt: readonly Dealt[],
): Promise<void> {
  const sent = dealt.filter(({ fate }) => fate === 'SENT').map(({ letter }) => letter);
  if (format === 'TEXT' && sent.length > 0)
    await surroundings.output.write(`${textTable(LETTER_TEXT, sent.slice(0, ROWS)).join('\n')}\n`);
  if (format === 'TEXT' && sent.length > ROWS) say(`… and ${plural(sent.length - ROWS, 'other')}`);
  say(`Would send ${plural(sent.length, 'message')} back to ${name}. Nothing is changed.`);
}

function adviseOnRest(
  { say, commandLine }: OperatorContext,
  name: QueueName,
  left: readonly DeadLetter[],
): void {
  say(`Not sent: ${plural(left.length, 'message')} of ${deadLettersOf(name)}.`);
  const show = ({ id }: DeadLetter): string => commandLine('dead-letters', 'show', name, id);
  const malformed = left.find(({ meaning }) => meaning.kind === 'NOT_UNDERSTOOD');
  if (malformed) say(`What is not understood no try can help: ${show(malformed)}`);
  const later = left.find(({ meaning }) => meaning.kind === 'LATER_VERSION');
  if (later) say(`What a later release sent waits for that release: ${show(later)}`);
}
