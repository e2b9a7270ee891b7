import { mkdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as z from 'zod';
import type { Plan } from '../../../local/template/plan.ts';
import { FUNCTIONS } from '../../../shared/names.ts';
import type { Consumption } from '../../meter.ts';

const INSTANCE = fileURLToPath(new URL('.', import.meta.url));

/**
 * Half of 256 MB for what lives long, and for what was just made as little as V8 chooses where there are 256 MB in all. With
 * what it chooses on a large machine it collects later, and keeps more.
 */
const HEAP = '--max-old-space-size=128 --max-semi-space-size=1';

/**
 * For `adjust` of a stack: each instance of a function is a process of its own, which notes in the directory what it took of the
 * table and of memory.
 */
export function inProcesses(directory: string): (plan: Plan) => Plan {
  mkdirSync(directory, { recursive: true });
  return (plan) => ({
    ...plan,
    functions: plan.functions.map((fn) => {
      const [file = ''] = fn.handler.split('.');
      const module = pathToFileURL(join(fn.directory, `${file}.mjs`)).href;
      const { NODE_OPTIONS = '' } = fn.variables;
      const variables = {
        ...fn.variables,
        NODE_OPTIONS: `${NODE_OPTIONS} ${HEAP}`,
        BENCH_MODULE: module,
        BENCH_DIRECTORY: directory,
      };
      return { ...fn, directory: INSTANCE, handler: 'instance.handler', variables };
    }),
  });
}

const notes = z.object({
  calls: z.number(),
  writeUnits: z.number(),
  readUnits: z.number(),
  peakKilobytes: z.number(),
});

/** What a function took so far: of the table in all its processes, and of memory in the one that ever had the most. */
export interface Taken extends Consumption {
  /** Resident, in megabytes. */
  readonly peak: number;
}

/** By the name of the function; of those that ran. */
export async function takenSoFar(directory: string): Promise<ReadonlyMap<string, Taken>> {
  const taken = new Map<string, Taken>();
  for (const file of (await readdir(directory)).filter((name) => name.endsWith('.json'))) {
    const { peakKilobytes, ...consumed } = notes.parse(
      JSON.parse(await readFile(join(directory, file), 'utf8')),
    );
    const name = FUNCTIONS.find((each) => file.startsWith(`${each}-`)) ?? file;
    const before = taken.get(name) ?? { calls: 0, writeUnits: 0, readUnits: 0, peak: 0 };
    taken.set(name, {
      calls: before.calls + consumed.calls,
      writeUnits: before.writeUnits + consumed.writeUnits,
      readUnits: before.readUnits + consumed.readUnits,
      peak: Math.max(before.peak, peakKilobytes / 1024),
    });
  }
  return taken;
}
