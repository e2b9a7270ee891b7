import { createReadStream } from 'node:fs';
import { Refusal } from '../../../local/refusal.ts';
import { plain } from '../output/plain.ts';
import type { Surroundings } from '../surroundings.ts';
import { withFile } from './trouble.ts';

/** What stands for standard input where a file is named. */
export const STANDARD_INPUT = '-';

/** Bytes of a file that is read whole. */
const MOST = 32 * 1024 * 1024;

/** The text of a file, or of standard input. Refuses what cannot be read, is enormous, or is no text. */
export async function readText(
  { input, signal }: Pick<Surroundings, 'input' | 'signal'>,
  file: string,
): Promise<string> {
  const name = nameOf(file);
  const bytes = await withFile(name, 'READ', async () => {
    return wholeOf(file === STANDARD_INPUT ? input.chunks() : createReadStream(file, { signal }), name);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(`${plain(name)} is no text in UTF-8.`);
  }
}

/** What a file is called where something is said of it. */
export function nameOf(file: string): string {
  return file === STANDARD_INPUT ? 'standard input' : file;
}

async function wholeOf(source: AsyncIterable<unknown>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('a file is read as bytes');
    chunks.push(chunk);
    size += chunk.length;
    if (size > MOST) throw new Refusal(`${plain(name)} has more than ${MOST / 1024 ** 2} MB.`);
  }
  return Buffer.concat(chunks);
}
