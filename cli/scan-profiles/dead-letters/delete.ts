import type { OperatorContext } from '../commands/context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { plural } from '../output/plain.ts';
import type { QueueName } from '../operator/resources.ts';
import { writeDealt } from './answer.ts';
import { agrees } from './confirm.ts';
import { meaningText } from './describe.ts';
import { findLetters } from './find.ts';
import { deadLettersOf } from './names.ts';
import { DeadLetterQueue } from './queue.ts';

/** Deletes these messages for good. */
export async function deleteLetters(
  context: OperatorContext,
  name: QueueName,
  ids: readonly string[],
  isAgreed: boolean,
): Promise<ExitCode> {
  const { resources, say } = context;
  const what = plural(new Set(ids).size, 'message');
  const question = `Delete ${what} of ${deadLettersOf(name)} of ${resources.deployment} for good?`;
  const lookFirst = '"dead-letters show"';
  if (!(await agrees(context, { isAgreed, question, lookFirst }))) return EXIT.failure;
  await using queue = new DeadLetterQueue(name, context);
  const letters = await findLetters(queue, ids);
  await queue.remove(letters);
  await writeDealt(
    context,
    letters.map((letter) => ({ letter, fate: 'DELETED' })),
  );
  for (const { id, meaning } of letters) say(`Deleted ${id}: ${meaningText(meaning)}`);
  return EXIT.success;
}
