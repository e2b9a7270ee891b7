import type { OperatorContext } from '../commands/context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { csvText } from '../output/csv.ts';
import { writeJson } from '../output/json.ts';
import { plain, timeText } from '../output/plain.ts';
import type { QueueName } from '../operator/resources.ts';
import { adviceFor } from './advice.ts';
import type { DeadLetter } from './dead-letter.ts';
import { isoOf, LETTER_CSV, letterData, meaningText, reasonOf } from './describe.ts';
import { findLetters } from './find.ts';
import { deadLettersOf } from './names.ts';
import { DeadLetterQueue } from './queue.ts';

/** Shows all of one message, and says what can be done about it. */
export async function showLetter(context: OperatorContext, name: QueueName, id: string): Promise<ExitCode> {
  const { format, surroundings, say } = context;
  const letter = await read(context, name, id);
  if (format === 'CSV') await surroundings.output.write(csvText(LETTER_CSV, [letter]));
  else if (format === 'JSON') await writeJson(surroundings.output, wholeOf(letter));
  else await surroundings.output.write(`${linesOf(letter, context).join('\n')}\n`);
  for (const sentence of await adviceFor(letter, context)) say(sentence);
  return EXIT.success;
}

/** The message is back in its queue before anything else is asked. */
async function read(context: OperatorContext, name: QueueName, id: string): Promise<DeadLetter> {
  await using queue = new DeadLetterQueue(name, context);
  const [letter] = await findLetters(queue, [id]);
  if (!letter) throw new Error('a message that was found is there');
  return letter;
}

function wholeOf(letter: DeadLetter): object {
  const attributes = Object.fromEntries(attributesOf(letter));
  return { ...letterData(letter), attributes, body: letter.body };
}

function attributesOf({ attributes }: DeadLetter): readonly (readonly [string, string])[] {
  return Object.entries(attributes).map(([name, { StringValue, DataType = '' }]) => [
    name,
    StringValue ?? `(${DataType})`,
  ]);
}

function linesOf(letter: DeadLetter, { resources: { local } }: OperatorContext): readonly string[] {
  const { queue, id, meaning, sentAt, receives, group, body } = letter;
  const log = local
    ? `${local.logs}/${queue}.log, lines with ${id}`
    : `the log group of the function ${queue}, lines with ${id}`;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Message', id],
    ['Queue', deadLettersOf(queue)],
    ['What', meaningText(meaning)],
    ['Sent', sentAt === undefined ? undefined : timeText(isoOf(sentAt) ?? '')],
    ['Receives', String(receives)],
    ['Group', group],
    ['Reason', reasonOf(letter)],
    ['Log', log],
    ...attributesOf(letter),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.flatMap(([name, value]) =>
    value === undefined ? [] : [`${plain(name).padEnd(width)}  ${indented(value, width + 2)}`],
  );
  return [...lines, '', bodyText(body)];
}

/** A reason may have several lines. */
function indented(text: string, width: number): string {
  return text
    .split('\n')
    .map(plain)
    .join(`\n${' '.repeat(width)}`);
}

/** JSON with a field a line; anything else as it is, without what could steer a terminal. */
function bodyText(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2).split('\n').map(plain).join('\n');
  } catch {
    return body.split('\n').map(plain).join('\n');
  }
}
