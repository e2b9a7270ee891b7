import type { OptionName } from '../command-line/options.ts';
import type { Arguments } from '../command-line/arguments.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Context, OperatorContext } from './context.ts';

/** What is to be done, once the deployment is known. */
export type Plan<Where = Context> = (context: Where) => Promise<ExitCode>;

/** What the help says of a command. */
interface Described {
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
}

/** A command that asks the deployment's API, as one of its users. */
interface UserCommand extends Described {
  readonly asks?: 'API';
  /** Reads the command line before anything is asked of anybody. Throws a `Misuse` where it makes no sense. */
  readonly plan: (args: Arguments) => Plan;
}

/** A command that works on the deployment's table and queues themselves, with an operator's permissions of AWS. */
interface OperatorCommand extends Described {
  readonly asks: 'AWS';
  readonly plan: (args: Arguments) => Plan<OperatorContext>;
}

/** A command of the program, with all that its help says. */
export type Command = UserCommand | OperatorCommand;
