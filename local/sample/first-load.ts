import { access, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DATA_FILES } from '../lifecycle/own-files.ts';

/**
 * Remembers whether the sample has to be loaded: on the first start, and again where that was interrupted. Later
 * starts, and tables that began without it, are left alone.
 */
export class FirstLoad {
  private readonly wanted: boolean;
  /** There from before the table is made until the sample is in it. */
  private readonly mark: string | undefined;

  /** `dataDir` is `null` where nothing is kept. */
  constructor(wanted: boolean, dataDir: string | null) {
    this.wanted = wanted;
    this.mark = dataDir === null ? undefined : join(dataDir, DATA_FILES.firstLoad);
  }

  /** To be called before the table's file is made. */
  async announce(tableFile: string | null): Promise<void> {
    if (!this.wanted || this.mark === undefined || tableFile === null) return;
    if (!(await exists(tableFile))) await writeFile(this.mark, '');
  }

  async isDue(tableIsNew: boolean): Promise<boolean> {
    if (!this.wanted) return false;
    return tableIsNew || (this.mark !== undefined && (await exists(this.mark)));
  }

  async done(): Promise<void> {
    if (this.mark !== undefined) await rm(this.mark, { force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
