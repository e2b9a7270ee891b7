import { createReadStream } from 'node:fs';
import { Refusal } from '../../../local/refusal.ts';
import { plain } from '../output/plain.ts';
import type { Surroundings } from '../surroundings.ts';

/** What stands for standard input where a file is named. */
export const STANDARD_INPUT = '-';

/** Bytes of a file that is read whole. */
const MOST = 32 * 1024 * 1024;

/** The text of a file, or of standard input. Refuses what cannot be read, is enormous, or is no text. */
export async function readText(
  { input, signal }: Pick<Surroundings, 'input' | 'signal'>,
  file: string,
): Promise<string> {
  const source: AsyncIterable<unknown> =
    file === STANDARD_INPUT ? input.chunks() : createReadStream(file, { signal });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('a file is read as bytes');
    chunks.push(chunk);
    size += chunk.length;
    if (size > MOST) throw new Refusal(`${plain(file)} has more than ${MOST / 1024 ** 2} MB.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Refusal(`${plain(file)} is no text in UTF-8.`);
  }
}
