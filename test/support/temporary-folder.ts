import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const kept = new Set<string>();
process.once('exit', () => {
  for (const path of kept) rmSync(path, { recursive: true, force: true });
});

/** A folder below that of the system, which goes when it is disposed of, or with this process, also where that is interrupted. */
export class TemporaryFolder implements AsyncDisposable {
  readonly path: string;

  constructor(name: string) {
    this.path = mkdtempSync(join(tmpdir(), `scan-profiles-${name}-`));
    kept.add(this.path);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
    kept.delete(this.path);
  }
}
