import type { OptionName } from '../command-line/options.ts';
import type { Arguments } from '../command-line/arguments.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Context } from './context.ts';

/** What is to be done, once the deployment is known. */
export type Plan = (context: Context) => Promise<ExitCode>;

/** A command of the program, with all that its help says. */
export interface Command {
  /** `['operations', 'list']`. */
  readonly words: readonly string[];
  /** What has to be typed after the words. */
  readonly synopsis: string;
  readonly summary: string;
  /** Lines between the options and the examples. */
  readonly details?: readonly string[];
  readonly options: readonly OptionName[];
  /** Help of options that mean something of their own here. */
  readonly optionHelp?: Readonly<Partial<Record<OptionName, string>>>;
  /** What to type after the program's name, without it. */
  readonly examples: readonly string[];
  /** Reads the command line before anything is asked of anybody. Throws a `Misuse` where it makes no sense. */
  readonly plan: (args: Arguments) => Plan;
}
