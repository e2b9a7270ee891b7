import { Misuse } from '../exit-codes.ts';
import type { Surroundings } from '../surroundings.ts';

const YES = /^y(es)?$/i;

/** Asks the person; anything but yes is a no. */
export async function confirm({ input, terminal }: Surroundings, question: string): Promise<boolean> {
  terminal.write(`${question} [y/N] `);
  return YES.test((await input.line()).trim());
}

/** What is wrong with a command that has to ask where nobody can answer. `first` says how to look before that. */
export function nobodyCanSay(first: string): Misuse {
  return new Misuse(`Nobody can be asked whether to go on: say --yes, or ${first} to look first`);
}
