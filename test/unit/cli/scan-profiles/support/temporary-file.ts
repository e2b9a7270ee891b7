import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file with this text, in a directory of its own that goes with it. */
export async function temporaryFile(text: string): Promise<AsyncDisposable & { readonly path: string }> {
  const directory = await mkdtempDisposable(join(tmpdir(), 'scan-profiles-file-'));
  const path = join(directory.path, 'profiles.yaml');
  await writeFile(path, text);
  return { path, [Symbol.asyncDispose]: async () => directory.remove() };
}
