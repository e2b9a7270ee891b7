import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** What every gzip file begins with. A name says less: pipes have none, and downloads often the wrong one. */
const GZIP = Buffer.from([0x1f, 0x8b]);

/** The content of a file or pipe, unpacked if it is gzipped. Fails as the file does, or with zlib's error (`Z_…`). */
export async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  const chunks = rawBytesOf(path);
  let start = Buffer.alloc(0);
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    start = Buffer.concat([start, next.value]);
    if (start.length >= GZIP.length) break;
  }
  const whole = Readable.from(prepended(start, chunks));
  if (!start.subarray(0, GZIP.length).equals(GZIP)) {
    yield* buffersOf(whole);
    return;
  }
  const unpacked = createGunzip();
  whole.once('error', (error) => unpacked.destroy(error)).pipe(unpacked);
  yield* buffersOf(unpacked);
}

async function* rawBytesOf(path: string): AsyncGenerator<Buffer> {
  yield* buffersOf(createReadStream(path));
}

async function* buffersOf(stream: Readable): AsyncGenerator<Buffer> {
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield chunk;
}

async function* prepended(start: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (start.length > 0) yield start;
  yield* rest;
}
