import { createInterface } from 'node:readline';
import { addAbortSignal, type Readable } from 'node:stream';

/** Where a person types, or what is piped in. */
export interface Input {
  /** Whether somebody is there to answer. */
  readonly isTerminal: boolean;
  /** All that comes, as bytes. Rejects when the person presses Ctrl-C. */
  readonly chunks: () => AsyncIterable<unknown>;
  /** The next line that is typed; empty where none comes. Rejects when the person presses Ctrl-C. */
  readonly line: () => Promise<string>;
}

/** Standard input. */
export function standardInput(stream: Readable & { readonly isTTY?: boolean }, signal: AbortSignal): Input {
  return {
    isTerminal: stream.isTTY === true,
    chunks: () => addAbortSignal(signal, stream),
    line: async () => {
      // Not as a terminal: then Ctrl-C stays with the process.
      const lines = createInterface({ input: stream, terminal: false, signal });
      try {
        for await (const line of lines) return line;
        signal.throwIfAborted();
        return '';
      } finally {
        // Else the process would wait for more.
        lines.close();
      }
    },
  };
}
