import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import * as z from 'zod';

/** A command line that makes no sense. */
export class Misuse extends Error {
  override name = 'Misuse';
}

/** A whole number from `least` on, as it is typed. */
export function whole(least: 0 | 1): z.ZodType<number, string> {
  return z
    .string()
    .regex(/^\d{1,9}$/, 'has to be a whole number')
    .transform(Number)
    .refine((value) => value >= least, `has to be at least ${least}`);
}

interface OptionNames {
  readonly texts: readonly string[];
  readonly flags?: readonly string[];
  /** Whether words may be typed besides: they are the `names` of the schema. */
  readonly takesNames?: boolean;
}

interface Typed<Settings> {
  readonly settings: Settings;
  /** The options that were typed; the others have their defaults. */
  readonly given: readonly string[];
}

/** Reads what was typed after `npm run NAME --`. Throws a `Misuse`. */
export function readTyped<Settings>(
  typed: readonly string[],
  { texts, flags = [], takesNames = false }: OptionNames,
  schema: z.ZodType<Settings>,
): Typed<Settings> {
  const options: ParseArgsOptionsConfig = {
    ...Object.fromEntries(texts.map((name) => [name, { type: 'string' }])),
    ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' }])),
  };
  try {
    const { values, positionals } = parseArgs({ args: [...typed], options, allowPositionals: takesNames });
    const settings = schema.parse(takesNames ? { ...values, names: positionals } : values);
    return { settings, given: Object.keys(values) };
  } catch (error) {
    if (error instanceof z.ZodError) throw new Misuse(z.prettifyError(error));
    throw error instanceof TypeError ? new Misuse(error.message) : error;
  }
}

/**
 * What `read` makes of the command line of this process. Ends the process with 0 where it asks for help only, and with 64
 * where it makes no sense: 1 says that something was found.
 */
export function settingsOrEnd<Settings>(
  usage: string,
  read: (typed: readonly string[]) => Settings,
): Settings {
  const typed = process.argv.slice(2);
  if (typed.includes('--help') || typed.includes('-h')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return read(typed);
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    console.error(`${error.message}\n\nUsage: ${usage}`);
    process.exit(64);
  }
}
