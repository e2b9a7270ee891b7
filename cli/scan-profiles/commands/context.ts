import type { Format } from '../command-line/values.ts';
import type { Client } from '../deployment/client.ts';
import type { Surroundings } from '../surroundings.ts';

/** What a command works with. */
export interface Context {
  readonly format: Format;
  readonly client: Client;
  readonly surroundings: Surroundings;
  /** Tells the person something, away from the data. */
  readonly say: (line: string) => void;
  /** A command line of this program, for the same deployment. */
  readonly commandLine: (...words: readonly string[]) => string;
}
