import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { STATE_FILES } from '../../local/lifecycle/own-files.ts';
import type { BenchStack } from '../local-stack/stack.ts';

/** What the log of the sweep has where it had something repaired. */
const REPAIRED = 'stored attachments are out of place';

/** Sweeps as much as one run of the function gets to. Throws where that fails, or something was out of place. */
export async function sweep(stack: BenchStack): Promise<void> {
  const swept = await stack.invoke('sweep', { scope: 'EVERYTHING' });
  if (swept.kind === 'error') throw new Error(`the sweep failed: ${swept.message}`);
  const log = await readFile(join(stack.directory, STATE_FILES.logs, 'sweep.log'), 'utf8');
  if (log.includes(REPAIRED)) throw new Error('the sweep found attachments that are out of place');
}
