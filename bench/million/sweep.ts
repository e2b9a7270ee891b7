import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { STATE_FILES } from '../../local/lifecycle/own-files.ts';
import type { BenchStack } from '../local-stack/stack.ts';

/** What the function logs of a sweep. */
const sweptSchema = z.object({
  message: z.literal('swept everything'),
  looked: z.number().positive(),
  repairs: z.literal(0),
});

/** Sweeps as much as one run of the function gets to. Throws where that fails, or something was out of place. */
export async function sweep(stack: BenchStack): Promise<void> {
  const swept = await stack.invoke('sweep', { scope: 'EVERYTHING' });
  if (swept.kind === 'error') throw new Error(`the sweep failed: ${swept.message}`);
  const log = await readFile(join(stack.directory, STATE_FILES.logs, 'sweep.log'), 'utf8');
  const told = log.split('\n').findLast((line) => line.includes('swept everything'));
  sweptSchema.parse(JSON.parse(told ?? '{}'));
}
