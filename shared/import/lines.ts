import { bytesOf } from './bytes.ts';

/** A line of a file, counted from 1, or why it cannot be read. */
export type Line =
  { readonly number: number; readonly text: string } | { readonly number: number; readonly problem: string };

const LINE_FEED = 0x0a;

/**
 * The lines of an NDJSON file, plain or gzipped, one after the other; empty ones are left out. A file that is damaged
 * ends with a line that says so. Throws where the file cannot be opened.
 */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 0;
  let rest: Buffer[] = [];
  try {
    for await (const chunk of bytesOf(path)) {
      let start = 0;
      for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
        number += 1;
        yield* decoded(decoder, number, [...rest, chunk.subarray(start, end)]);
        rest = [];
        start = end + 1;
      }
      if (start < chunk.length) rest.push(chunk.subarray(start));
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    yield { number: number + 1, problem: `the gzip file is damaged here: ${error.message}` };
    return;
  }
  if (rest.length > 0) yield* decoded(decoder, number + 1, rest);
}

function* decoded(decoder: TextDecoder, number: number, parts: readonly Buffer[]): Generator<Line> {
  try {
    const text = decoder.decode(Buffer.concat(parts)).trim();
    if (text !== '') yield { number, text };
  } catch {
    yield { number, problem: 'not UTF-8' };
  }
}

function isDamage(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
