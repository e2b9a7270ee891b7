import type { OperatorContext } from '../commands/context.ts';
import { confirm, nobodyCanSay } from '../input/confirm.ts';

interface Asking {
  readonly isAgreed: boolean;
  readonly question: string;
  /** What shows what would happen. */
  readonly lookFirst: string;
}

/**
 * Whether the person agrees, or has agreed before. To be asked before messages are received: nobody knows how long an answer
 * takes. Throws a `Misuse` where nobody is there to answer.
 */
export async function agrees(
  { surroundings, say }: OperatorContext,
  { isAgreed, question, lookFirst }: Asking,
): Promise<boolean> {
  if (isAgreed) return true;
  if (!surroundings.input.isTerminal) throw nobodyCanSay(lookFirst);
  if (await confirm(surroundings, question)) return true;
  say('Nothing is changed.');
  return false;
}
