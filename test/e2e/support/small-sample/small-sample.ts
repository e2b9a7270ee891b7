import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { SAMPLE_FILES } from '../../../../local/sample/files.ts';
import { linesOf } from '../../../../shared/import/lines.ts';

/** The group that the tour goes through, and the last one. */
const TOUR = 'perl-team/';
const LAST = 'zfsonlinux-team/';

const placed = z.object({ path_with_namespace: z.string() });

/**
 * Environment of a stack whose sample has the projects of two groups only, of the larger one every second, in a file in this
 * directory: to load the whole takes half a minute of both cores. An operation on them still takes more than a page.
 */
export async function smallSample(directory: string): Promise<Record<string, string>> {
  const kept: string[] = [];
  let toured = 0;
  for await (const line of linesOf(SAMPLE_FILES.projects)) {
    if (!('text' in line)) throw new Error(line.problem);
    const { path_with_namespace: path } = placed.parse(JSON.parse(line.text));
    const isOfTour = path.startsWith(TOUR) && (toured += 1) % 2 === 1;
    if (isOfTour || path.startsWith(LAST)) kept.push(`${line.text}\n`);
  }
  const file = join(directory, 'projects.ndjson');
  await writeFile(file, kept.join(''));
  const preload = `--import ${new URL('preload.ts', import.meta.url).href}`;
  return { SMALL_SAMPLE: file, NODE_OPTIONS: [process.env['NODE_OPTIONS'] ?? '', preload].join(' ') };
}
