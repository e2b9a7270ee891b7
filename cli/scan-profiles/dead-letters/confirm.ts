import type { OperatorContext } from '../commands/context.ts';
import { Misuse } from '../exit-codes.ts';
import { confirm, NOBODY } from '../input/confirm.ts';

/**
 * Whether the person agrees, or has agreed before. To be asked before messages are received: nobody knows how long an answer
 * takes. Throws a `Misuse` where nobody is there to answer.
 */
export async function agrees(
  { surroundings, say }: OperatorContext,
  isAgreed: boolean,
  question: string,
): Promise<boolean> {
  if (isAgreed) return true;
  if (!surroundings.input.isTerminal) throw new Misuse(NOBODY);
  if (await confirm(surroundings, question)) return true;
  say('Nothing is changed.');
  return false;
}
