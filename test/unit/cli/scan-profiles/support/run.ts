import { Readable } from 'node:stream';
import { main } from '../../../../../cli/scan-profiles/main.ts';

export const TOKEN = 'eyJ.secret.token';

/** What a command did, seen from outside. */
export interface Ran {
  readonly code: number;
  /** Standard output. */
  readonly data: string;
  /** Standard error. */
  readonly notes: string;
  /** Milliseconds of each pause that it made. */
  readonly pauses: readonly number[];
}

interface Options {
  readonly environment?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
  readonly onPause?: (count: number) => void;
  /** What is typed at a terminal; without it there is none. */
  readonly answer?: string;
  /** What is piped in. */
  readonly piped?: string;
}

/** Runs a command line, with pauses that take no time and keys that count up. */
export async function run(typed: readonly string[], options: Options = {}): Promise<Ran> {
  const { environment = {}, signal = new AbortController().signal, onPause, answer, piped = '' } = options;
  let data = '';
  let notes = '';
  let keys = 0;
  const pauses: number[] = [];
  const code = await main(typed, {
    environment,
    signal,
    output: {
      async write(text) {
        data += text;
        return Promise.resolve();
      },
    },
    input: {
      isTerminal: answer !== undefined,
      chunks: () => Readable.from([Buffer.from(piped)]),
      line: async () => Promise.resolve(answer ?? ''),
    },
    terminal: { write: (text) => (notes += text) },
    wait: async (milliseconds) => {
      pauses.push(milliseconds);
      onPause?.(pauses.length);
      signal.throwIfAborted();
      return Promise.resolve();
    },
    newKey: () => `key-${(keys += 1)}`,
  });
  return { code, data, notes, pauses };
}

/** The same against a deployment. */
export async function runAt(
  { url }: { readonly url: string },
  typed: readonly string[],
  options: Options = {},
): Promise<Ran> {
  return run(typed, { ...options, environment: { SCAN_PROFILES_URL: url, SCAN_PROFILES_TOKEN: TOKEN } });
}
