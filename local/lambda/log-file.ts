import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Bytes after which a log is set aside at the next start. */
const ROTATE_AT = 10 * 1024 * 1024;

/** Opens a log to write at its end. A long one of earlier runs is kept beside it as `NAME.log.1`. */
export async function openLog(path: string): Promise<WriteStream> {
  await mkdir(dirname(path), { recursive: true });
  const size = await stat(path).then(
    (file) => file.size,
    () => 0,
  );
  if (size > ROTATE_AT) await rename(path, `${path}.1`);
  return createWriteStream(path, { flags: 'a' });
}
