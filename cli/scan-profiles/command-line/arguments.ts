import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { Misuse } from '../exit-codes.ts';
import { type FlagName, type ListName, type OptionName, OPTIONS, type TextName } from './options.ts';

/** What was typed: words, and options by their names. */
export class Arguments {
  readonly words: readonly string[];
  private readonly values: Readonly<Record<string, unknown>>;

  constructor(words: readonly string[], values: Readonly<Record<string, unknown>>) {
    this.words = words;
    this.values = values;
  }

  flag(name: FlagName): boolean {
    return this.values[name] === true;
  }

  text(name: TextName): string | undefined {
    const value = this.values[name];
    return typeof value === 'string' ? value : undefined;
  }

  list(name: ListName): readonly string[] {
    const value = this.values[name];
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  }

  /** Options that were given. */
  get given(): readonly OptionName[] {
    return OPTION_NAMES.filter((name) => this.values[name] !== undefined);
  }

  /** The same without its first words. */
  after(count: number): Arguments {
    return new Arguments(this.words.slice(count), this.values);
  }
}

const OPTION_NAMES = Object.keys(OPTIONS).filter((name): name is OptionName => name in OPTIONS);

const CONFIG: ParseArgsOptionsConfig = {
  ...Object.fromEntries(
    Object.entries(OPTIONS).map(([name, { kind }]) => [
      name,
      { type: kind === 'FLAG' ? 'boolean' : 'string', multiple: kind === 'LIST' },
    ]),
  ),
  help: { type: 'boolean', short: 'h' },
};

/** The words among what was typed, even where the options make no sense. */
export function wordsOf(args: readonly string[]): readonly string[] {
  return parseArgs({ args: [...args], allowPositionals: true, options: CONFIG, strict: false }).positionals;
}

/** Reads the command line, whatever the command. Throws a `Misuse` for options that no command has. */
export function readArguments(args: readonly string[]): Arguments {
  try {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options: CONFIG });
    return new Arguments(positionals, values);
  } catch (error) {
    // Only what parseArgs says of itself: it names options, never the text of one.
    const problem = error instanceof Error ? error.message : String(error);
    throw new Misuse(problem.split('. ')[0] ?? problem);
  }
}
