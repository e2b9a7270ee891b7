import type { Command } from '../commands/command.ts';
import { Misuse } from '../exit-codes.ts';
import { plain } from '../output/plain.ts';
import type { Arguments } from './arguments.ts';
import { COMMON, type OptionName } from './options.ts';

/** What the first words stand for: one command, or for the help the commands that begin with them. */
export type Asked =
  | { readonly kind: 'COMMAND'; readonly command: Command; readonly args: Arguments }
  | { readonly kind: 'SEVERAL'; readonly commands: readonly Command[] };

/** The command that these words begin with. */
export function commandOf(commands: readonly Command[], typed: readonly string[]): Command | undefined {
  return commands.find(({ words }) => words.every((word, index) => typed[index] === word));
}

/** Finds the command. Throws a `Misuse` where the words begin none, or for options that it does not take. */
export function findCommand(commands: readonly Command[], args: Arguments): Asked {
  const command = commandOf(commands, args.words);
  if (command) {
    refuseForeignOptions(command, args);
    return { kind: 'COMMAND', command, args: args.after(command.words.length) };
  }
  const begun = commands.filter(({ words }) => args.words.every((word, index) => words[index] === word));
  if (begun.length === 0)
    throw new Misuse(`There is no command "${plain(args.words.slice(0, 2).join(' '))}"`);
  return { kind: 'SEVERAL', commands: begun };
}

function refuseForeignOptions({ words, options, asks = 'API' }: Command, args: Arguments): void {
  const taken: readonly OptionName[] = [...options, ...COMMON[asks]];
  const foreign = args.given.find((name) => !taken.includes(name));
  if (foreign) throw new Misuse(`--${foreign} does not go with "${words.join(' ')}"`);
}
