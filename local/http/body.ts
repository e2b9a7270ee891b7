import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';

/** Reads the body of a request; `undefined` if it has more than `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  });
  await finished(request);
  return size <= limit ? Buffer.concat(chunks) : undefined;
}
